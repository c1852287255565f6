import type { Metadata } from "next";
import { Button } from "@/app/_ui/button";
import { PageHeading } from "@/app/_ui/page-heading";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { deskKeysAreOn } from "@/lib/web/desk-keys";
import { agentContext } from "../agent-context";
import { listed } from "../key-acts";
import { type KeyGroup, keyTable } from "../key-table";
import { switchKeysAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await agentContext();
  return pageTitle(translator(language)("live.keys.title"));
}

/** Every key of the desk, and the switch for those that a voice or a cat could press by mistake. */
export default async function KeysPage() {
  const ctx = await agentContext();
  const t = translator(ctx.language);
  const isOn = await deskKeysAreOn();
  const acts = listed(t);
  return (
    <PortalFrame current={routes.desk()} density="desk">
      <PageHeading back={{ href: routes.desk(), label: acts.queue }} lead={t("live.keys.lead")}>
        {t("live.keys.title")}
      </PageHeading>
      <form action={switchKeysAction} className="keys-switch">
        <input type="hidden" name="keys" value={isOn ? "off" : "on"} />
        <p>{t(isOn ? "live.keys.areOn" : "live.keys.areOff")}</p>
        <Button type="submit" kind="quiet">
          {t(isOn ? "live.keys.switchOff" : "live.keys.switchOn")}
        </Button>
      </form>
      <div className="keys-groups">
        {(Object.keys(keyTable) as KeyGroup[]).map((group) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h2 id={`keys-${group}`} className="desk-heading">
              {t(`live.keys.groups.${group}`)}
            </h2>
            <dl className="keys-list">
              {keyTable[group].map(({ keys, act }) => (
                <div key={act}>
                  <dt>
                    {keys.map((key) => (
                      <span key={key} className="keys-of">
                        {key.split(" ").map((each) => (
                          <kbd key={each}>{each}</kbd>
                        ))}
                      </span>
                    ))}
                  </dt>
                  <dd>{acts[act]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </PortalFrame>
  );
}
