import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";

/** Holds the place of a section's table. */
export function SectionSkeleton({ title, description }: { title: string; description?: string }) {
  return (
    <Section title={title} description={description}>
      <div className="grid gap-5 pt-1">
        <Skeleton className="h-4 w-full" />
        <Skeleton className="h-4 w-5/6" />
        <Skeleton className="h-4 w-full" />
      </div>
    </Section>
  );
}
