import { expectAccessible, expectAccessibleEverywhere } from "../accessible";
import { giveTenant, newCustomer } from "../customers";
import { emulator } from "../emulator";
import { expect, signIn, test } from "../fixtures";
import { newCart, orderButton, reachOrder } from "../ordering";

test("an admin cancels an order on hold; one that went on says why it can't be", {
  tag: "@main",
}, async ({ page, browser }) => {
  const customer = await newCustomer(browser);
  await giveTenant(customer);
  await signIn(page, "admin");
  const badge = page.getByRole("heading", { level: 1 }).locator("..");
  const cancel = page.getByRole("button", { name: "Cancel order" });
  const dialog = page.getByRole("alertdialog");

  async function orderThatBecomes(outcome: "on-hold" | "stuck"): Promise<string> {
    await emulator.nextOrder(outcome);
    await page.goto(`/customers/${customer.id}/carts/${await newCart(customer, 2)}/review`);
    await orderButton(page).click();
    return reachOrder(page);
  }
  const statusOf = async (orderId: string) =>
    (await emulator.orders(customer.id)).find((order) => order.orderId === orderId)?.status;

  await test.step("the order says that and why it is held", async () => {
    await orderThatBecomes("on-hold");
    await expect(badge).toContainText("On hold");
    await expect(page.getByText(/Held for a credit check/).first()).toBeVisible();
    await expectAccessibleEverywhere(page, "on hold");
  });

  await test.step("cancelling asks first, and keeping it changes nothing", async () => {
    const orderId = page.url().split("/").at(-1) ?? "";
    await cancel.click();
    await expect(dialog).toBeVisible();
    await expectAccessible(page, "asking");
    await dialog.getByRole("button", { name: "Keep order" }).click();
    await expect(dialog).toHaveCount(0);
    expect(await statusOf(orderId)).toBe("ON_HOLD");
    await cancel.click();
    await dialog.getByRole("button", { name: "Cancel order" }).click();
    await expect(badge).toContainText("Cancelled");
    await expect(cancel).toHaveCount(0);
    expect(await statusOf(orderId)).toBe("CANCELED");
    await expectAccessible(page, "cancelled");
  });

  await test.step("an order that moves on while somebody decides stays, with Ion's reason", async () => {
    const orderId = await orderThatBecomes("on-hold");
    await cancel.click();
    await emulator.setOrderStatus(orderId, "CONFIRMED");
    await dialog.getByRole("button", { name: "Cancel order" }).click();
    await expect(dialog.getByText(/can no longer be cancelled/)).toBeVisible();
    await expectAccessible(page, "refused");
    expect(await statusOf(orderId)).toBe("CONFIRMED");
  });

  await test.step("an order that the vendor works on says so at the button", async () => {
    const orderId = await orderThatBecomes("stuck");
    await emulator.setOrderStatus(orderId, "IN_PROGRESS");
    await expect(badge).toContainText("Provisioning");
    await expect(cancel).toBeDisabled();
    await expect(cancel).toHaveAccessibleDescription(/Ion has passed this order on/);
  });

  await test.step("sales is told whom to ask", async () => {
    const orderId = await orderThatBecomes("on-hold");
    await signIn(page, "sales");
    await page.goto(`/customers/${customer.id}/orders/${orderId}`);
    await expect(cancel).toBeDisabled();
    await expect(cancel).toHaveAccessibleDescription(/Only account admins can cancel orders/);
    await expectAccessible(page, "for sales");
  });
});
