import { ButtonLink } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { formWords } from "@/app/_ui/ui-words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { DisruptionView } from "@/lib/disruptions/queries";
import { followDisruptionAction } from "./actions";
import { FollowForm } from "./follow-form";

/** What one can do about it: say that one has it too, once; and how many have. */
export function DisruptionActs({ ctx, of }: { ctx: Context; of: DisruptionView }) {
  const t = translator(ctx.language);
  if (of.endedAt) return null;
  return (
    <div className="disruption-acts">
      {of.isFollowing ? (
        <p>
          <Icon name="check" /> {t("disruptions.following")}
        </p>
      ) : ctx.actor.kind === "person" ? (
        <FollowForm
          action={followDisruptionAction}
          id={of.id}
          words={{ meToo: t("disruptions.meToo"), of: of.title.text, busyLabel: formWords(ctx.language).busyLabel }}
        />
      ) : (
        <ButtonLink kind="quiet" href={routes.signIn(routes.disruption(of.id))}>
          {t("disruptions.signInToFollow")}
        </ButtonLink>
      )}
      <p className="text-plain text-ink-quiet">{t("disruptions.followers", { count: of.followers })}</p>
    </div>
  );
}
