import { NotFoundState } from "./_components/not-found-state";

/** An address that no route knows. */
export default function NotFound() {
  return (
    <main className="mx-auto max-w-2xl px-4 py-16">
      <NotFoundState />
    </main>
  );
}
