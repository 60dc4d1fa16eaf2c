export async function ChosenCustomerSlot() {
  return null;
}
