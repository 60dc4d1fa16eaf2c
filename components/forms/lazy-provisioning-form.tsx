"use client";

import dynamic from "next/dynamic";
import { createContext, useContext } from "react";
import type { ProvisioningFormProps } from "./provisioning-form";
import { ProvisioningFormSkeleton } from "./provisioning-form-skeleton";

const FieldCount = createContext(0);

const ProvisioningForm = dynamic(
  () => import("./provisioning-form").then((module) => module.ProvisioningForm),
  {
    ssr: false,
    loading: () => <ProvisioningFormSkeleton fields={useContext(FieldCount)} />,
  },
);

/** The provisioning form, with the form library loaded only where one is shown. */
export function LazyProvisioningForm(props: ProvisioningFormProps) {
  return (
    <FieldCount value={props.form.questionCount}>
      <ProvisioningForm {...props} />
    </FieldCount>
  );
}
