import { Fragment } from "react";

/** A text with the places marked where it has what was searched for. `marks` are in order and don't overlap. */
export function MarkedText({
  text,
  marks,
}: {
  text: string;
  marks: readonly (readonly [from: number, to: number])[];
}) {
  if (marks.length === 0) return <>{text}</>;
  return (
    <>
      {marks.map(([from, to], index) => (
        <Fragment key={from}>
          {text.slice(marks[index - 1]?.[1] ?? 0, from)}
          <mark className="rounded-[2px] bg-accent-soft font-[inherit] text-inherit underline decoration-accent decoration-2 underline-offset-3">
            {text.slice(from, to)}
          </mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
