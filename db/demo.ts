import type { Tx } from "./client";
import { makeOrganisation, makePerson, makeQueue, makeUnit, type OrganisationRow, type UnitRow } from "./factories";
import type { Role } from "./words";

export type Place = {
  slug: string;
  like: "aminne" | "linderas";
  name: string;
  school: string;
  care: string;
  phone: string;
  place: string;
};

export const demoPlaces: readonly Place[] = [
  {
    slug: "aminne",
    like: "aminne",
    name: "Åminne kommun",
    school: "Björkskolan",
    care: "Hemtjänst Norra",
    phone: "0500-10 20 30",
    place: "Stadshuset, plan 1",
  },
  {
    slug: "linderas",
    like: "linderas",
    name: "Linderås kommun",
    school: "Lindskolan",
    care: "Hemtjänst Åsen",
    phone: "0451-40 50 60",
    place: "Kommunhuset, entréplan",
  },
];

/** Who can sign in to the demo: the local part of the address, an invented name per municipality, and what they are. */
export const demoPersons = [
  { email: "staff", names: ["Maja Ekdahl", "Signe Alvar"], duty: "staff of a school" },
  { email: "staff2", names: ["Elias Norrby", "Hugo Tegelberg"], duty: "staff of another unit" },
  { email: "orderer", names: ["Britta Åkerlund", "Asta Fridell"], duty: "authorised orderer of the school" },
  { email: "coordinator", names: ["Kim Öberg", "Love Sandelin"], duty: "IT coordinator" },
  { email: "manager", names: ["Anders Wallmark", "Ebba Rosenkvist"], duty: "approves for the school" },
  { email: "manager2", names: ["Sonja Lidgren", "Nils Hagström"], duty: "approves for the other units" },
  { email: "secretary", names: ["Ylva Österdahl", "Greta Malmborg"], duty: "committee secretary" },
  { email: "representative", names: ["Göran Äppelqvist", "Vera Kvarnlund"], duty: "elected representative" },
  { email: "first", names: ["Samir Haddadin", "Tilde Bergdorf"], duty: "agent, first line" },
  { email: "second", names: ["Liv Strandell", "Omar Jafarnia"], duty: "agent, second line" },
  { email: "third", names: ["Jonas Ivarsdal", "Petra Wikander"], duty: "agent, third line" },
  { email: "lead", names: ["Carin Holmfors", "Rolf Skoglind"], duty: "servicedesk lead" },
  { email: "printers", names: ["Noel Tranberg", "Mira Djurfelt"], duty: "agent who verifies printers" },
  { email: "admin", names: ["Ingrid Sjöwall", "Axel Runefelt"], duty: "administrator" },
] as const;

type Units = Record<"root" | "education" | "school" | "care" | "politics" | "it", UnitRow>;

/** The municipality, its units, people and queues. Calendars, services and hardware are filled in by their own rooms. */
export async function fillDemoOrganisation(
  tx: Tx,
  place: Place,
  at: Date,
): Promise<{ organisation: OrganisationRow; units: Units }> {
  const organisation = await makeOrganisation(tx, {
    slug: place.slug,
    name: place.name,
    isDemo: true,
    at,
    settings: {
      servicedesk: {
        phone: place.phone,
        email: `servicedesk@${place.slug}.example`,
        place: place.place,
        calendar: "servicedesk",
        dropIn: "drop-in",
      },
    },
  });
  const tree = await fillUnits(tx, organisation, place);
  await fillPersons(tx, organisation, place, tree, at);
  for (const [line, name] of [
    [1, "Första linjen"],
    [2, "Andra linjen"],
    [3, "Tredje linjen"],
  ] as const) {
    await makeQueue(tx, organisation, { slug: `line-${line}`, name, line, unit: tree.root });
  }
  await makeQueue(tx, organisation, {
    ...{ slug: "meeting-documents", name: "Nämndsekreterare", line: 1, unit: tree.politics },
  });
  await makeQueue(tx, organisation, { slug: "sensitive", name: "Känsliga ärenden", line: 2, unit: tree.root });
  return { organisation, units: tree };
}

async function fillUnits(tx: Tx, organisation: OrganisationRow, place: Place): Promise<Units> {
  const root = await makeUnit(tx, organisation, { slug: place.slug, name: place.name, costCentres: ["1000-10"] });
  const sector = (slug: string, name: string, codes: string[]) =>
    makeUnit(tx, organisation, { slug, name, kind: "sector", parent: root, costCentres: codes });
  const education = await sector("barn-och-utbildning", "Barn och utbildning", ["2000-10"]);
  const welfare = await sector("vard-och-omsorg", "Vård och omsorg", ["3000-10"]);
  const leadership = await sector("kommunledning", "Kommunledning", ["1100-10"]);
  const unit = (slug: string, name: string, parent: UnitRow, codes: string[]) =>
    makeUnit(tx, organisation, { slug, name, parent, costCentres: codes });
  return {
    root,
    education,
    school: await unit(slugOf(place.school), place.school, education, ["2110-10", "2110-20"]),
    care: await unit(slugOf(place.care), place.care, welfare, ["3210-10", "3210-30"]),
    politics: await unit("fortroendevalda", "Förtroendevalda", leadership, ["1150-10"]),
    it: await unit("it", "IT-enheten", leadership, ["1170-10"]),
  };
}

async function fillPersons(tx: Tx, organisation: OrganisationRow, place: Place, tree: Units, at: Date) {
  const homes: Record<string, UnitRow> = {
    ...{
      staff: tree.school,
      staff2: tree.care,
      orderer: tree.school,
      coordinator: tree.education,
      manager: tree.school,
    },
    ...{ manager2: tree.root, secretary: tree.politics, representative: tree.politics },
  };
  const roles: Record<string, [Role, UnitRow][]> = {
    orderer: [["orderer", tree.school]],
    coordinator: [["coordinator", tree.education]],
    manager: [["approver", tree.school]],
    manager2: [["approver", tree.root]],
    secretary: [["secretary", tree.politics]],
    representative: [["representative", tree.politics]],
    first: [["first_line", tree.root]],
    second: [["second_line", tree.root]],
    third: [["third_line", tree.root]],
    lead: [
      ["lead", tree.root],
      ["first_line", tree.root],
    ],
    printers: [
      ["first_line", tree.root],
      ["printer_verifier", tree.root],
    ],
    admin: [["administrator", tree.root]],
  };
  for (const { email, names } of demoPersons) {
    const name = names[place.like === "aminne" ? 0 : 1];
    const unit = homes[email] ?? tree.it;
    await makePerson(tx, organisation, {
      email: `${email}@${place.slug}.example`,
      name,
      unit,
      roles: roles[email] ?? [],
      at,
    });
  }
}

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[åä]/g, "a")
    .replace(/ö/g, "o")
    .replace(/[^a-z]+/g, "-");
