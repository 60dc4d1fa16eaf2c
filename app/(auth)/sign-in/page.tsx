import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Texts } from "@/app/_components/texts";
import { BrandMark } from "@/components/shell/brand";
import { currentActor } from "@/lib/auth/current-actor";
import { parseNextPath } from "@/lib/auth/next-path";
import { SignInForm } from "./_components/sign-in-form";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const t = await getTranslations("auth");
  const next = parseNextPath((await searchParams).next);
  if (await currentActor()) redirect(next);
  return (
    <main className="grid min-h-dvh place-items-center bg-surface-1 px-4 py-12">
      <div className="w-full max-w-sm">
        <p className="mb-6 flex items-center gap-2 text-heading font-semibold">
          <BrandMark />
          Ion Reseller Portal
        </p>
        <div className="rounded border border-line bg-surface-0 p-6">
          <h1 className="text-title font-semibold">{t("title")}</h1>
          <p className="mt-1 mb-5 text-table text-2">{t("lead")}</p>
          <Texts of={["auth"]}>
            <SignInForm next={next} />
          </Texts>
        </div>
      </div>
    </main>
  );
}
