/** A name as an address: "Anslut till Wi-Fi på jobbet" → "anslut-till-wi-fi-pa-jobbet"; `nameless` where it has no letter or digit that fits. */
export function slugOf(name: string, nameless: string): string {
  const plain = name.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const words = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return words.slice(0, 70).replace(/-+$/, "") || nameless;
}
