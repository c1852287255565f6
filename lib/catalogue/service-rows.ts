import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { CertificationStep, HardwareClass, Role, TaskKind, Variant } from "@/db/words";
import type { Context } from "@/lib/base/context";
import type { Bilingual } from "@/lib/base/language";

/** One edition with everything that hangs on it, as the database answers. */
export type ServiceRow = {
  id: string;
  slug: string;
  number: number;
  status: "draft" | "published";
  name: Bilingual;
  summary: Bilingual;
  approver_role: Role | null;
  calendar_slug: string | null;
  policy_slug: string | null;
  policy: unknown;
  sections: { key: string; heading: Bilingual; markdown: Bilingual }[];
  variants: {
    slug: Variant;
    name: Bilingual;
    summary: Bilingual;
    traits: { key: string; label: Bilingual; value: Bilingual }[];
    fulfilment: TaskKind[];
  }[];
  addOns: { slug: string; name: Bilingual; summary: Bilingual; isOrderable: boolean }[];
  hardware: {
    id: string;
    slug: string;
    manufacturer: string;
    name: string;
    class: HardwareClass;
    rentPerMonthOre: number;
    stock: number;
    isRetired: boolean;
    outcomes: { step: CertificationStep; passed: boolean }[];
  }[];
};

/** Which editions: what holds now of every service or of one, or a single edition by id. */
export type Which = { holdingNow: true; slug?: string } | { versionId: string };

/** One round trip, however many services there are. */
export async function serviceRows(ctx: Context, tx: Tx, which: Which): Promise<ServiceRow[]> {
  const rows = await tx.execute(sql`
    select v.id, s.slug, v.number, v.status, v.name, v.summary, v.approver_role, v.calendar_slug, v.policy_slug,
      (select p.content from policies p where p.organisation_id = v.organisation_id and p.slug = v.policy_slug
        order by p.version desc limit 1) as policy,
      ${listOf(sql`json_build_object('key', c.key, 'heading', c.heading, 'markdown', c.markdown) order by c.position`, sql`service_sections c where c.version_id = v.id`)} as sections,
      ${listOf(sql`json_build_object('slug', c.slug, 'name', c.name, 'summary', c.summary, 'traits', c.traits, 'fulfilment', c.fulfilment) order by c.position`, sql`service_variants c where c.version_id = v.id`)} as variants,
      ${listOf(sql`json_build_object('slug', c.slug, 'name', c.name, 'summary', c.summary, 'isOrderable', c.is_orderable) order by c.slug`, sql`service_add_ons c where c.version_id = v.id`)} as "addOns",
      ${hardwareList} as hardware
    from services s join service_versions v on v.service_id = s.id
    where s.organisation_id = ${ctx.organisation.id} and v.organisation_id = ${ctx.organisation.id} and ${chosen(ctx, which)}
    order by s.position, s.slug`);
  return rows as unknown as ServiceRow[];
}

/** The edition that holds now: published, its day come, none newer. */
export function holdsNow(ctx: Context): SQL {
  return sql`v.id = (select w.id from service_versions w where w.service_id = s.id and w.status = 'published'
    and w.published_from <= ${ctx.now.toISOString()}::timestamptz order by w.published_from desc, w.number desc limit 1)`;
}

function chosen(ctx: Context, which: Which): SQL {
  if ("versionId" in which) return sql`v.id = ${which.versionId}`;
  return which.slug === undefined ? holdsNow(ctx) : sql`s.slug = ${which.slug} and ${holdsNow(ctx)}`;
}

function listOf(element: SQL, from: SQL): SQL {
  return sql`(select coalesce(json_agg(${element}), '[]') from ${from})`;
}

// Outcomes written in the same millisecond keep the order of the steps.
const outcomes = listOf(
  sql`json_build_object('step', o.step, 'passed', o.passed)
    order by o.at, array_position(array['general', 'technical', 'business'], o.step)`,
  sql`hardware_certifications o where o.model_id = c.id`,
);

const hardwareList = listOf(
  sql`json_build_object('id', c.id, 'slug', c.slug, 'manufacturer', c.manufacturer, 'name', c.name, 'class', c.class,
    'rentPerMonthOre', c.rent_per_month_ore, 'stock', c.stock, 'isRetired', c.is_retired, 'outcomes', ${outcomes})
    order by c.position, c.slug`,
  sql`hardware_models c where c.organisation_id = s.organisation_id`,
);
