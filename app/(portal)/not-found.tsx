import { NotFoundState } from "../_components/not-found-state";

export default function NotFound() {
  return <NotFoundState />;
}
