/** What was odd about a template or a product form. Data, not a log line: the caller decides who needs to know. */
export type WarningCode =
  /** No template could be found in what Ion answered. */
  | "no-template"
  /** Several templates came and none was the wanted one. */
  | "template-ambiguous"
  /** The template asked for is not among those that came. */
  | "template-missing"
  /** The template is for a new tenant and the customer has one, or the other way round; it was not used. */
  | "tenant-mismatch"
  /** The template names no attributes; known ones were used instead, or none. */
  | "no-attribute-names"
  /** An attribute's name cannot travel in JSON or is empty; it was left out. */
  | "attribute-name-unusable"
  /** We require an attribute that the template no longer offers: the template has changed. */
  | "required-not-offered"
  /** Part of the template could not be read as a schema. */
  | "schema-unreadable"
  /** The normalised order schema failed its own check; the raw template is what remains. */
  | "payload-schema-invalid"
  /** A product form's pattern does not compile, or could hang the page; it was left out. */
  | "pattern-dropped"
  /** A product form's default does not fit its field's type; it was left out. */
  | "default-dropped"
  /** A product form lays out a field it does not define. */
  | "unknown-form-key"
  /** A product form asks for something the template does not let us send. */
  | "field-not-in-template";

/** One oddity, and the name it is about. */
export interface TemplateWarning {
  code: WarningCode;
  /** Attribute, form key or JSON pointer; absent when it is about the whole template. */
  subject?: string;
}
