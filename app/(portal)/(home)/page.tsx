import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { HomeCarts } from "./_components/home-carts";
import { HomeLayout } from "./_components/home-layout";
import { HomeOrders } from "./_components/home-orders";
import { HomeSkeleton } from "./_components/home-skeleton";
import { HomeWindows } from "./_components/home-windows";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

/** What needs me today. Each part comes when Ion has answered for it; none waits for another. */
export default async function HomePage() {
  const t = await getTranslations("home");
  return (
    <>
      <PageHeader title={t("lead")} />
      <HomeLayout
        orders={
          <Suspense fallback={<HomeSkeleton rows={4} />}>
            <HomeOrders />
          </Suspense>
        }
        aside={
          <>
            <Suspense fallback={<HomeSkeleton rows={3} />}>
              <HomeCarts />
            </Suspense>
            <Suspense fallback={null}>
              <HomeWindows />
            </Suspense>
          </>
        }
      />
    </>
  );
}
