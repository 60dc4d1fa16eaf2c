/** Gives each distinct value a small number, in the order of their coming. */
export class CodeTable<Value extends string | null> {
  readonly values: Value[] = [];
  private readonly codes = new Map<Value, number>();

  codeOf(value: Value): number {
    const known = this.codes.get(value);
    if (known !== undefined) return known;
    const code = this.values.length;
    this.values.push(value);
    this.codes.set(value, code);
    return code;
  }
}
