import { Icon } from "@/app/_ui/icon";
import { Status, type Tone } from "@/app/_ui/status";
import type { AttachmentState } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { formatInstant, formatSize } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { AttachmentView } from "@/lib/tickets/list-attachments";

const tones: Record<AttachmentState, Tone> = {
  unscanned: "neutral",
  held: "waiting",
  clean: "kept",
  infected: "broken",
};

type RowProps = { ctx: Context; reference: string; file: AttachmentView };

/** One file: what it is called, how large, whose, since when, and whether it has been checked. */
export function AttachmentRow({ ctx, reference, file }: RowProps) {
  const { language, organisation } = ctx;
  const t = translator(language);
  const isOpen = file.state === "clean" || file.state === "unscanned";
  const about = [formatSize(file.size, language), file.uploader ?? t("attachments.byMail")].join(" · ");
  return (
    <li className="flex items-start gap-3 rounded-corner border border-hairline bg-sheet px-3 py-2">
      <Picture reference={reference} file={file} isOpen={isOpen} />
      <div className="min-w-0">
        <p className="break-words font-strong">
          {isOpen ? <a href={routes.ticketAttachment(reference, file.id)}>{file.name}</a> : file.name}
        </p>
        <p className="text-small text-ink-quiet">
          {about} ·{" "}
          <time dateTime={file.createdAt.toISOString()}>
            {formatInstant(file.createdAt, { language, timeZone: organisation.timeZone })}
          </time>
        </p>
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-small">
          <Status tone={tones[file.state]}>{t(`attachments.state.${file.state}`)}</Status>
          {file.isInternal && (
            <Status tone="soon" icon="users">
              {t("attachments.internal")}
            </Status>
          )}
        </p>
        {file.type === "image/heic" && <p className="text-small text-ink-quiet">{t("attachments.heic")}</p>}
      </div>
    </li>
  );
}

function Picture({ reference, file, isOpen }: { reference: string; file: AttachmentView; isOpen: boolean }) {
  return (
    <span className="grid size-16 shrink-0 place-items-center overflow-hidden rounded-corner bg-shade text-lead text-ink-quiet">
      {isOpen && file.hasThumbnail ? (
        // biome-ignore lint/performance/noImgElement: a person's own file, served by right, which no image optimiser may keep
        <img
          src={routes.ticketThumbnail(reference, file.id)}
          alt=""
          loading="lazy"
          className="size-full object-cover"
        />
      ) : (
        <Icon name="file-text" />
      )}
    </span>
  );
}
