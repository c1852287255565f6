/** A title as an address: "Anslut till Wi-Fi på jobbet" → "anslut-till-wi-fi-pa-jobbet". */
export function slugOf(title: string): string {
  const plain = title.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const words = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return words.slice(0, 70).replace(/-+$/, "") || "guide";
}
