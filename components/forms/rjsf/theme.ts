import type { FormProps } from "@rjsf/core/lib/components/Form.js";
import type { RegistryWidgetsType } from "@rjsf/utils";
import type { AttributeValues } from "@/lib/provisioning/attribute-schema";
import { CheckboxesWidget, CheckboxWidget, RadioWidget, SelectWidget } from "./choice-widgets";
import { FieldTemplate } from "./field-template";
import { ObjectFieldTemplate } from "./object-field-template";
import {
  DateWidget,
  EmailWidget,
  HiddenWidget,
  NumberWidget,
  PasswordWidget,
  TelWidget,
  TextWidget,
} from "./text-widget";
import { LinesWidget, TextareaWidget } from "./textarea-widget";

/** Our controls under RJSF's names, and under ours for the kinds RJSF does not have. */
export const widgets: RegistryWidgetsType<AttributeValues> = {
  TextWidget,
  EmailWidget,
  DateWidget,
  PasswordWidget,
  HiddenWidget,
  SelectWidget,
  RadioWidget,
  CheckboxWidget,
  CheckboxesWidget,
  TextareaWidget,
  tel: TelWidget,
  number: NumberWidget,
  lines: LinesWidget,
};

/** The frame of a question and of the whole form. */
export const templates: FormProps<AttributeValues>["templates"] = { FieldTemplate, ObjectFieldTemplate };
