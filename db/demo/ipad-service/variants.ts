import type { AddOnContent, VariantContent } from "./content";

const label = {
  users: { sv: "Vem som använder den", en: "Who uses it" },
  order: { sv: "Vem som får beställa", en: "Who may order" },
  network: { sv: "Inloggning på nätet", en: "Signing in to the network" },
  mail: { sv: "E-post och kalender", en: "Mail and calendar" },
  intranet: { sv: "Intranätet", en: "The intranet" },
  apps: { sv: "Appar", en: "Apps" },
  settings: { sv: "Ändra inställningar", en: "Changing settings" },
  printing: { sv: "Utskrift (AirPrint)", en: "Printing (AirPrint)" },
};

const none = { sv: "Ingår inte", en: "Not included" };

/** The two variants side by side (A2–A8). */
export const ipadVariants: VariantContent[] = [
  {
    slug: "publik",
    name: { sv: "Publik", en: "Publik" },
    summary: { sv: "En iPad som flera personer delar på", en: "An iPad that several people share" },
    traits: [
      { key: "users", label: label.users, value: { sv: "Flera personer turas om", en: "Several people take turns" } },
      {
        key: "order",
        label: label.order,
        value: { sv: "Behörig IT-beställare eller IT-samordnare", en: "Authorised IT orderer or IT coordinator" },
      },
      {
        key: "network",
        label: label.network,
        value: { sv: "iPaden loggar in med sitt eget DEV-konto", en: "The iPad signs in with its own DEV account" },
      },
      { key: "mail", label: label.mail, value: none },
      { key: "intranet", label: label.intranet, value: none },
      {
        key: "apps",
        label: label.apps,
        value: { sv: "Verksamheten beställer, IT lägger ut dem", en: "The department orders, IT installs them" },
      },
      {
        key: "settings",
        label: label.settings,
        value: { sv: "IT-samordnaren och kundansvarig", en: "IT coordinator and account manager" },
      },
      { key: "printing", label: label.printing, value: { sv: "Går inte", en: "Not possible" } },
    ],
    fulfilment: [
      "register_serial_number",
      "create_dev_account",
      "find_in_mdm",
      "tag_in_mdm",
      "preconfigure",
      "hand_over",
    ],
  },
  {
    slug: "personlig",
    name: { sv: "Personlig", en: "Personlig" },
    summary: { sv: "En iPad som du har för dig själv", en: "An iPad of your own" },
    traits: [
      { key: "users", label: label.users, value: { sv: "En enda person", en: "One single person" } },
      {
        key: "order",
        label: label.order,
        value: { sv: "Du själv, eller någon som beställer åt dig", en: "You, or someone who orders for you" },
      },
      {
        key: "network",
        label: label.network,
        value: { sv: "Du loggar in med ditt eget konto", en: "You sign in with your own account" },
      },
      {
        key: "mail",
        label: label.mail,
        value: { sv: "Hämtas till iPadens egna appar", en: "Arrive in the iPad's own apps" },
      },
      {
        key: "intranet",
        label: label.intranet,
        value: { sv: "Nås på kommunens nät", en: "Reached on the municipality's network" },
      },
      {
        key: "apps",
        label: label.apps,
        value: {
          sv: "Du installerar själv, grundutbud i appportalen",
          en: "You install them, basic set in the app portal",
        },
      },
      { key: "settings", label: label.settings, value: { sv: "Kundansvarig", en: "Account manager" } },
      { key: "printing", label: label.printing, value: { sv: "Tillval", en: "Add-on" } },
    ],
    fulfilment: ["add_to_groups", "register_serial_number", "find_in_mdm", "tag_in_mdm", "preconfigure", "hand_over"],
  },
];

/** AirPrint is part of the description; until it can be ordered here, the text says how to get it. */
export const ipadAddOns: AddOnContent[] = [
  {
    slug: "airprint",
    name: { sv: "Utskrift med AirPrint", en: "Printing with AirPrint" },
    summary: {
      sv: "Skriv ut från en Personlig. Ring eller skriv till servicedesk och ange skrivaren.",
      en: "Print from a Personlig. Call or write to the servicedesk and name the printer.",
    },
    isOrderable: false,
  },
];
