"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { LazyProvisioningForm } from "@/components/forms/lazy-provisioning-form";
import { ProvisioningFormSkeleton } from "@/components/forms/provisioning-form-skeleton";
import { SubmitButton } from "@/components/ui/submit-button";
import { answeredState } from "@/lib/carts/answered-state";
import { cartKeys } from "@/lib/carts/cart-keys";
import { CONFIRMATION_KEY } from "@/lib/carts/confirmation";
import type { ItemQuestions } from "@/lib/carts/item-questions";
import type { Cart, CartItem } from "@/lib/carts/schemas";
import { useItemQuestions } from "@/lib/carts/use-item-questions";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { AttributeValues } from "@/lib/provisioning/attribute-schema";
import { toExtraErrors } from "@/lib/provisioning/ion-errors";
import { browserToday } from "@/lib/provisioning/today";
import { DraftStatus } from "./draft-status";
import { QuestionsProblem } from "./questions-problem";
import { TenantStatement } from "./tenant-statement";
import { useDraft } from "./use-draft";
import { useItemRefusals } from "./use-item-refusals";

type Props = { cart: Cart; item: CartItem; editable: boolean; onDone: () => void };

/** Reads the questions of a line and shows them. */
export function QuestionsBody(props: Props) {
  const { cart, item } = props;
  const line = { customerId: cart.customerId, cartId: cart.id, cartItemId: item.id };
  const { data, error, isFetching, refetch } = useItemQuestions(line, true);
  if (data) return <Questions {...props} questions={data} />;
  if (error) {
    return <QuestionsProblem message={error.message} pending={isFetching} onRetry={() => refetch()} />;
  }
  return <ProvisioningFormSkeleton fields={Math.max(1, item.provisioning.questionCount)} />;
}

function Questions({ cart, item, editable, onDone, questions }: Props & { questions: ItemQuestions }) {
  const t = useTranslations("carts.questions");
  const { form } = questions;
  const line = { customerId: cart.customerId, cartId: cart.id, cartItemId: item.id };
  const { values, isConfirmed, draft, change, save } = useDraft(line, questions);
  const { confirmation: confirmError, extraErrors } = useExtraErrors(cart, item, questions);
  const { settle } = useItemRefusals(cart, item.id);
  const renewOtherLines = useRenewOtherLines(cart, item);
  useShownState(cart, item, answeredState(questions, values, isConfirmed, browserToday()));
  return (
    <div className="grid gap-5">
      <TenantStatement
        provisioning={item.provisioning}
        customerName={cart.customerName}
        stuckOrderId={questions.tenantOrderId}
        isConfirmed={isConfirmed}
        confirmError={confirmError}
        onConfirm={(next) => {
          change({ isConfirmed: next });
          settle([CONFIRMATION_KEY]);
        }}
        editable={editable}
      />
      {questions.asksSecrets && <p className="text-table text-2">{t("secretLater")}</p>}
      {form.questionCount > 0 && (
        <LazyProvisioningForm
          form={form}
          values={values}
          onChange={(next) => {
            change({ values: next });
            settle(changedKeys(values, next));
          }}
          onSubmit={async () => {
            await save();
            await renewOtherLines();
            onDone();
          }}
          disabled={!editable}
          {...(extraErrors ? { extraErrors } : {})}
        >
          <div className="flex flex-wrap items-center gap-3">
            {editable && <SubmitButton variant="secondary">{t("done")}</SubmitButton>}
            <DraftStatus draft={draft} onRetry={save} />
          </div>
        </LazyProvisioningForm>
      )}
      {form.questionCount === 0 && item.provisioning.confirmation !== "not-needed" && (
        <DraftStatus draft={draft} onRetry={save} />
      )}
    </div>
  );
}

/** What Ion refused the last time this cart was ordered, and what another line has against an answer here. */
function useExtraErrors(cart: Cart, item: CartItem, { form, clash }: ItemQuestions) {
  const refusals = useItemRefusals(cart, item.id);
  // As they were when the questions were opened: a refusal that is answered goes by itself, one by one.
  const [first] = useState(refusals.fields);
  return useMemo(() => {
    const { [CONFIRMATION_KEY]: confirmation, ...fields } = first;
    if (clash) fields.domainName = [...(fields.domainName ?? []), clash];
    const extraErrors = Object.keys(fields).length > 0 ? toExtraErrors(form.schema, fields) : undefined;
    return { confirmation: confirmation?.[0], extraErrors };
  }, [first, form.schema, clash]);
}

function changedKeys(before: AttributeValues, after: AttributeValues): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

/** Lines for the same tenant may take over what was answered here: they are read, and judged, again. */
function useRenewOtherLines(cart: Cart, item: CartItem) {
  const queryClient = useQueryClient();
  return () => {
    const { customerId, id: cartId } = cart;
    const others = cart.items.filter(
      ({ id, provisioning }) => id !== item.id && provisioning.reason === item.provisioning.reason,
    );
    for (const { id } of others) {
      queryClient.removeQueries({ queryKey: cartKeys.questions(customerId, cartId, id) });
    }
    const isTheirs = (field: string) => others.some(({ id }) => field.startsWith(`items.${id}.`));
    queryClient.setQueryData<Record<string, string[]>>(cartKeys.refusals(customerId, cartId), (now = {}) =>
      Object.fromEntries(Object.entries(now).filter(([field]) => !isTheirs(field))),
    );
    return queryClient.invalidateQueries({ queryKey: cartKeys.one(customerId, cartId) });
  };
}

/** Lets the rest of the page know how far the answers are, without asking the server at every key. */
function useShownState(cart: Cart, item: CartItem, answered: ReturnType<typeof answeredState>) {
  const queryClient = useQueryClient();
  const { state, missing, answeredCount, confirmation } = item.provisioning;
  const shown = JSON.stringify({ state, missing, answeredCount, confirmation });
  const wanted = JSON.stringify(answered);
  useEffect(() => {
    // A cart that was read before the last key arrived knows less than this page does.
    if (shown === wanted) return;
    const known: typeof answered = JSON.parse(wanted);
    queryClient.setQueryData<Cart>(
      cartKeys.one(cart.customerId, cart.id),
      (now) =>
        now && {
          ...now,
          items: now.items.map((one) =>
            one.id === item.id ? { ...one, provisioning: { ...one.provisioning, ...known } } : one,
          ),
        },
    );
  }, [queryClient, cart.customerId, cart.id, item.id, shown, wanted]);
}
