"use client";

import type { MouseEvent } from "react";
import { cellRole, groupRole, rowHeadRole, rowRole } from "@/components/data-table/row-roles";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { TextLink } from "@/components/ui/text-link";
import { toast } from "@/components/ui/toast-store";
import type { Cart, CartItem } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { AddOnChoice } from "./add-on-choice";
import { LineQuantity } from "./line-quantity";
import { MarginValue } from "./margin-value";
import { Introductions, usePlanDetails } from "./plan-words";
import { QuestionsPanel } from "./questions-panel";
import type { CartChanges } from "./use-cart-changes";

const cell = "border-t border-line py-3 align-top md:in-[tbody:first-of-type]:border-t-0";
const numbers = `${cell} md:pl-4 md:text-right whitespace-nowrap`;

/** One line of the cart and, under it, what belongs to it. On a phone the cells stand under each other. */
export function CartLine({
  cart,
  item,
  changes,
  editable,
  withCost,
  opensQuestions,
}: {
  cart: Cart;
  item: CartItem;
  changes: CartChanges;
  editable: boolean;
  withCost: boolean;
  opensQuestions: boolean;
}) {
  const t = useTranslations("carts");
  const name = lineName(item);
  const label = lineLabel(item);
  return (
    <tbody
      {...groupRole}
      id={`line-${item.id}`}
      aria-label={label}
      className="scroll-mt-20 max-md:block max-md:border-t max-md:border-line"
    >
      <tr {...rowRole} className="max-md:flex max-md:flex-wrap max-md:items-start max-md:gap-x-4 max-md:py-3">
        <th
          {...rowHeadRole}
          scope="row"
          className={`${cell} text-left font-normal max-md:w-full max-md:border-0 max-md:pt-0 max-md:pb-1`}
        >
          <LineTitle item={item} customerId={cart.customerId} />
        </th>
        <td {...cellRole} className={`${numbers} max-md:order-2 max-md:border-0 max-md:py-1`}>
          <UnitPrice item={item} />
        </td>
        <td
          {...cellRole}
          className={`${cell} md:w-40 md:min-w-40 md:pl-4 max-md:order-1 max-md:border-0 max-md:py-1`}
        >
          <LineQuantity
            item={item}
            label={t("line.quantityOf", { name: label })}
            editable={editable}
            problem={changes.problems[item.id]}
            onChange={(quantity) => changes.setQuantity(item, quantity)}
          />
        </td>
        {withCost && (
          <td
            {...cellRole}
            className={`${numbers} text-table text-2 max-md:order-4 max-md:border-0 max-md:py-1`}
          >
            <span className="text-3 md:hidden">{t("line.margin")} </span>
            {item.margin ? <MarginValue margin={item.margin} /> : <span className="text-3">–</span>}
          </td>
        )}
        <td
          {...cellRole}
          className={`${numbers} font-medium max-md:order-3 max-md:ml-auto max-md:border-0 max-md:py-1`}
        >
          <LineTotal item={item} />
        </td>
        <td
          {...cellRole}
          className={`${cell} w-10 text-right max-md:order-5 max-md:ml-auto max-md:border-0 max-md:py-0`}
        >
          {editable && <RemoveLine item={item} name={name} label={label} changes={changes} />}
        </td>
      </tr>
      <tr {...rowRole} className="max-md:block">
        <td {...cellRole} colSpan={withCost ? 6 : 5} className="pb-4 max-md:block">
          <div className="grid gap-3 empty:hidden">
            {item.blockedReason && (
              <Banner tone="attention" className="text-table">
                {t("line.blocked", { reason: item.blockedReason })}
              </Banner>
            )}
            {item.checkedOut === "failed" && <Banner tone="danger">{t("line.failed")}</Banner>}
            {!editable && item.addOn && <KeptAddOn addOn={item.addOn} />}
            {editable && (item.availableAddOns.length > 0 || item.addOn) && (
              <AddOnChoice item={item} name={label} onChange={(addOn) => changes.setAddOn(item, addOn)} />
            )}
            {cart.state !== "checked-out" && (
              <QuestionsPanel cart={cart} item={item} editable={editable} opens={opensQuestions} />
            )}
          </div>
        </td>
      </tr>
    </tbody>
  );
}

/** The name of a line where another one may be of the same edition: with its plan. */
function lineLabel(item: CartItem): string {
  return [lineName(item), item.planName].filter(Boolean).join(", ");
}

/** The shortest name that tells lines of one cart apart. */
export function lineName(item: CartItem): string {
  return item.skuName ?? item.productName;
}

function LineTitle({ item, customerId }: { item: CartItem; customerId: string }) {
  const t = useTranslations("carts");
  const details = usePlanDetails();
  return (
    <span className="grid gap-0.5">
      <span className="font-medium break-words">
        {item.plan ? (
          <TextLink href={routes.product(item.plan.productId, { customer: customerId })}>
            {lineName(item)}
          </TextLink>
        ) : (
          lineName(item)
        )}
      </span>
      <span className="text-table text-2">{details(item)}</span>
      {(item.introductions.length > 0 || item.approvalRequired) && (
        <span className="grid text-table text-2">
          <Introductions item={item} />
          {item.approvalRequired && <span>{t("line.approval")}</span>}
        </span>
      )}
    </span>
  );
}

/** The add-on of a line that can't be changed now. */
function KeptAddOn({ addOn }: { addOn: NonNullable<CartItem["addOn"]> }) {
  return (
    <p className="flex justify-between gap-4 text-table">
      <span>+ {addOn.name}</span>
      {addOn.lineTotal && <Money value={addOn.lineTotal} />}
    </p>
  );
}

function UnitPrice({ item }: { item: CartItem }) {
  const t = useTranslations("carts");
  if (!item.unitPrice) {
    return <span className="text-3">{t(item.usageBased ? "line.byUse" : "line.unknownPrice")}</span>;
  }
  return (
    <span className="inline-grid md:justify-items-end">
      <Money value={item.unitPrice} />
      <span className="text-caption text-3">{t(`per.${item.period}`)}</span>
    </span>
  );
}

function LineTotal({ item }: { item: CartItem }) {
  const t = useTranslations("carts");
  const { lineTotal, onceTotal } = item;
  if (!lineTotal && !onceTotal) return <span className="font-normal text-3">–</span>;
  return (
    <span className="inline-grid justify-items-end">
      {lineTotal && <Money value={lineTotal} />}
      {onceTotal && (
        <span className="text-caption font-normal text-3">
          {t.rich("line.plusOnce", { price: () => <Money value={onceTotal} /> })}
        </span>
      )}
    </span>
  );
}

/** The button goes with its line: the focus moves to the line after it, else before it, else to the way on. */
function focusNeighbour(button: HTMLElement) {
  const line = button.closest("tbody");
  const neighbour = line?.nextElementSibling ?? line?.previousElementSibling;
  const lines = neighbour?.tagName === "TBODY" ? neighbour : document.querySelector("main");
  lines?.querySelector<HTMLElement>("a, button:not([tabindex='-1'])")?.focus();
}

function RemoveLine({
  item,
  name,
  label,
  changes,
}: {
  item: CartItem;
  name: string;
  label: string;
  changes: CartChanges;
}) {
  const t = useTranslations("carts.line");
  const common = useTranslations("common");
  const errors = useTranslations("carts.errors");
  const restore = async () => {
    const refusal = await changes.restore(item);
    toast(
      refusal
        ? { tone: "danger", title: t("restoreFailed", { name, reason: refusal }) }
        : { title: t("restored", { name }) },
    );
  };
  const remove = async (event: MouseEvent<HTMLElement>) => {
    focusNeighbour(event.currentTarget);
    const refusal = await changes.remove(item);
    toast(
      refusal
        ? { tone: "danger", title: errors("failed", { reason: refusal }) }
        : {
            title: t("removed", { name }),
            ...(item.plan ? { action: { label: common("undo"), onAct: restore } } : {}),
          },
    );
  };
  return (
    <Button variant="ghost" size="icon" title={t("remove", { name: label })} onClick={remove}>
      <Icon name="icon-trash-2" />
      <span className="sr-only">{t("remove", { name: label })}</span>
    </Button>
  );
}
