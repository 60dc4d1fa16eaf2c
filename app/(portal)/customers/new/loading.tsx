import { FormSkeleton } from "../_components/form/form-skeleton";

export default function Loading() {
  return <FormSkeleton />;
}
