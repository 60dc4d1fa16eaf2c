/** The first stop of the keyboard on every page; seen only while it has the focus. `targetId` needs tabIndex -1. */
export function SkipLink({ targetId, children }: { targetId: string; children: string }) {
  return (
    <a
      href={`#${targetId}`}
      className="fixed top-2 left-2 z-50 -translate-y-16 rounded bg-surface-float px-3 py-2 font-medium focus:translate-y-0 focus:shadow-float"
    >
      {children}
    </a>
  );
}
