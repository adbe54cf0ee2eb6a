/** First and last names with their spelling in an e-mail address. */
type SpelledName = readonly [name: string, ascii: string];

/** A language's names, and the words its orders are made of. All within what APS's field tables allow. */
export interface SampleWords {
  readonly firstNames: readonly [SpelledName, ...SpelledName[]];
  readonly lastNames: readonly [SpelledName, ...SpelledName[]];
  readonly orders: readonly [string, ...string[]];
}

export const arabicWords: SampleWords = {
  firstNames: [
    ['أحمد', 'ahmad'],
    ['فاطمة', 'fatima'],
    ['يوسف', 'yousef'],
    ['نورة', 'noura'],
    ['عبدالله', 'abdullah'],
    ['مريم', 'maryam'],
    ['خالد', 'khaled'],
    ['شيخة', 'sheikha'],
    ['سالم', 'salem'],
    ['هند', 'hind'],
  ],
  lastNames: [
    ['العنزي', 'alenezi'],
    ['الرشيدي', 'alrashidi'],
    ['المطيري', 'almutairi'],
    ['الصباح', 'alsabah'],
    ['الكندري', 'alkandari'],
    ['حداد', 'haddad'],
    ['الشمري', 'alshammari'],
    ['القحطاني', 'alqahtani'],
  ],
  orders: ['أثاث منزلي', 'اشتراك سنوي', 'رسوم دراسية', 'حجز فندق', 'عطور وهدايا', 'صيانة تكييف'],
};

export const englishWords: SampleWords = {
  firstNames: [
    ['Sara', 'sara'],
    ['Omar', 'omar'],
    ['Maria', 'maria'],
    ['Daniel', 'daniel'],
    ['Priya', 'priya'],
    ['Liam', 'liam'],
    ['Aisha', 'aisha'],
    ['Chen', 'chen'],
    ['Fatima', 'fatima.k'],
    ['John', 'john'],
  ],
  lastNames: [
    ["O'Brien", 'obrien'],
    ['Fernandes', 'fernandes'],
    ['Al-Salem', 'al-salem'],
    ['Haddad', 'haddad'],
    ['Nair', 'nair'],
    ['Smith', 'smith'],
    ['de Souza', 'desouza'],
    ["D'Costa", 'dcosta'],
  ],
  orders: [
    'Living room set',
    'Annual subscription',
    'School fees term 2',
    "Men's watch #204",
    'Hotel booking 3 nights',
    'Air conditioning service',
    'Gift box - large',
    'Invoice balance',
  ],
};
