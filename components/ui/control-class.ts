/** The frame that text fields, selects and text areas share. */
export const controlClass =
  "w-full min-w-0 rounded border border-line-strong bg-surface-0 px-2.5 text-body text-1 transition-colors duration-100 placeholder:text-3 hover:border-line-hover focus-visible:border-accent focus-visible:outline-2 focus-visible:-outline-offset-1 aria-invalid:border-danger aria-invalid:focus-visible:outline-danger disabled:cursor-not-allowed disabled:bg-surface-1 disabled:text-3 pointer-coarse:text-touch";
