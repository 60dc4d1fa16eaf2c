import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { HomeCarts } from "./_components/home/home-carts";
import { HomeOrders } from "./_components/home/home-orders";
import { HomeSkeleton } from "./_components/home/home-skeleton";
import { HomeWindows } from "./_components/home/home-windows";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

/** What needs me today. Each part comes when Ion has answered for it; none waits for another. */
export default async function HomePage() {
  const t = await getTranslations("home");
  return (
    <>
      <PageHeader title={t("lead")} />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Suspense fallback={<HomeSkeleton rows={4} tall />}>
          <HomeOrders />
        </Suspense>
        <div className="grid min-w-0 content-start gap-8">
          <Suspense fallback={<HomeSkeleton rows={3} />}>
            <HomeCarts />
          </Suspense>
          <Suspense fallback={null}>
            <HomeWindows />
          </Suspense>
        </div>
      </div>
    </>
  );
}
