/** Words with which mail programs mark their own answers, in the languages of the Nordic offices. A weak sign: a person can write them too. */
const automaticSubject =
  /^\s*(automatiskt svar|autosvar|frånvarande|frånvaromeddelande|frånvaro:|automatisk svar|autosvar|fraværsbesked|fravær:|ikke til stede|ikke på kontoret|automaattinen vastaus|poissaoloilmoitus|poissa:|poissa toimistosta|automatic reply|auto(matic)?[- ]?(reply|response)|out of office|ooo:|auto:)/iu;

const away = [
  // Swedish
  /\b(jag (är|har) (just nu )?(på |inte på )?(semester|ledig|tjänsteresa|föräldraledig|tjänstledig|sjukskriven|frånvarande|kontoret|inte i tjänst))/iu,
  /\b(är (åter|tillbaka) (på kontoret|i tjänst|den)|jag är tillbaka|åter i tjänst|är för närvarande frånvarande)/iu,
  /\btack för (ditt|ert) (mejl|mail|e-post|meddelande)[^\n]{0,60}(jag är|vi har|åter)/iu,
  // Danish and Norwegian
  /\bjeg (er|har) (lige nu |for øjeblikket |for tiden )?(på |ikke på )?(ferie|barsel|fri|kontoret|orlov|permisjon|fravær|sykmeldt|tjenestereise)/iu,
  /\b(er tilbage|er tilbake) (på kontoret|igen|igjen|den)/iu,
  // Finnish
  /\b(olen (parhaillaan |tällä hetkellä )?(poissa|lomalla|vuosilomalla|vanhempainvapaalla|matkoilla)|palaan (töihin|takaisin|toimistolle))/iu,
  // English
  /\bi('| a)m (currently |now )?(out of (the )?office|on (annual |parental |sick )?(leave|vacation|holiday)|away)/iu,
  /\b(i (will|'ll) (be back|return)|out of (the )?office (until|from|with)|limited access to (my )?e-?mail)/iu,
];

export const isAutomaticSubject = (subject: string): boolean => automaticSubject.test(subject);

export const saysAway = (text: string): boolean => away.some((phrase) => phrase.test(text));
