import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { listCategories } from "@/lib/tickets/categories";
import { suggestedLine } from "@/lib/tickets/suggest-line";
import { ContactAdvice } from "./contact-advice";
import { registerFormId } from "./register-form";

/** In which line it begins and why, what IT can do with a secret, and what it does not help with: beside the form. */
export async function RegisterAdvice({ ctx }: { ctx: Context }) {
  const t = translator(ctx.language);
  const lines = (await listCategories(ctx)).map((category) => {
    const { line, why } = suggestedLine(category, []);
    return [category.path, t("register.suggests", { line, why: t(why, { category: category.name }) })] as const;
  });
  return (
    <ContactAdvice
      formId={registerFormId}
      lines={Object.fromEntries(lines)}
      secret={{
        heading: t("register.secret.heading"),
        password: t("register.secret.password"),
        passcode: t("register.secret.passcode"),
        apple_id: t("register.secret.apple_id"),
      }}
      scope={{
        heading: t("register.scope.heading"),
        answers: {
          private_device: t("register.scope.answer.private_device"),
          private_computer: t("register.scope.answer.private_computer"),
        },
      }}
    />
  );
}
