import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { Member, QueuePage } from "@/lib/tickets/queue-setup";
import { DeskForm } from "../../../desk-form";
import { deskFormWords } from "../../../desk-form-words";
import { removeMemberAction } from "../actions";

/** Who works the queue, each with a way out where the queue can do without them. */
export function QueueMembers({ ctx, queue }: { ctx: Context; queue: QueuePage }) {
  const t = translator(ctx.language);
  const secret = queue.categories.filter(({ isConfidential }) => isConfidential).map(({ name }) => name);
  const isLast = (member: Member) => member.isActive && queue.members === 1 && queue.openTickets > 0;
  return (
    <section className="desk-section" aria-labelledby="people">
      <h2 id="people" className="desk-heading">
        {t("setup.queue.people")}
      </h2>
      <p className="setup-rule">{t("setup.queue.peopleRule")}</p>
      {secret.length > 0 && (
        <p className="setup-rule">{t("setup.queue.confidential", { categories: secret.join(", ") })}</p>
      )}
      {queue.people.length === 0 && <p>{t("setup.queue.nobody")}</p>}
      <ul className="setup-people">
        {queue.people.map((member) => (
          <li key={member.personId}>
            <div>
              <p className="setup-name">{member.name}</p>
              <p className="text-ink-quiet">
                {member.unit}, {member.email}
              </p>
              {!member.isActive && <p className="text-ink-quiet">{t("setup.queue.inactive")}</p>}
            </div>
            {isLast(member) ? (
              <p className="setup-last">{t("setup.queue.last")}</p>
            ) : (
              <DeskForm
                id={`remove-${member.personId}`}
                action={removeMemberAction}
                hidden={{ queue: queue.slug, person: member.personId }}
                submit={{ label: t("setup.queue.remove"), kind: "quiet", of: member.name }}
                words={deskFormWords(ctx.language)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
