import { expect, test } from "vitest";
import { redact, redactText } from "./redact";

test("secrets go by key and by attribute name, at every depth; everything else stays", () => {
  expect(
    redact({
      user: { password: "p", userName: "u" },
      items: [
        { name: "password", value: "p" },
        { name: "domainName", value: "d" },
      ],
      api: { clientSecret: "s", apiAccessKey: "k" },
      nextPageToken: "MTox",
    }),
  ).toEqual({
    user: { password: "[redacted]", userName: "u" },
    items: [
      { name: "password", value: "[redacted]" },
      { name: "domainName", value: "d" },
    ],
    api: { clientSecret: "[redacted]", apiAccessKey: "[redacted]" },
    nextPageToken: "MTox",
  });
});

test("form fields and multipart fields lose their tokens", () => {
  expect(redactText("grant_type=refresh_token&refresh_token=ABC")).toBe(
    "grant_type=refresh_token&refresh_token=[redacted]",
  );
  const part = 'Content-Disposition: form-data; name="refresh_token"\r\n\r\nABC\r\n--x';
  expect(redactText(part)).not.toContain("ABC");
  expect(redactText("")).toBeNull();
});
