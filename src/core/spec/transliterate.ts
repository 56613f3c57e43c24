/** Letters that Unicode does not take apart into an ASCII letter and a mark, and German umlauts. */
const latin = "ä ae ö oe ü ue ß ss æ ae œ oe ø o ł l đ d ð d þ th ı i ħ h ŋ ng ŧ t ə e";

/** Russian as passports have it, with the letters of Ukrainian, Belarusian, Bulgarian, Serbian and Macedonian. */
const cyrillic =
  "а a б b в v г g ґ g д d ѓ gj ђ dj е e ё e є ye ж zh з z ѕ dz и i і i ї yi й i ј j к k ќ kj л l љ lj м m н n " +
  "њ nj о o п p р r с s т t ћ c у u ў u ф f х kh ц ts ч ch џ dz ш sh щ shch ъ - ы y ь - э e ю yu я ya";

/** Modern Greek as ISO 843 transcribes it. */
const greek =
  "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o";

const table = new Map<string, string>();
for (const pairs of [latin, cyrillic, greek]) {
  const parts = pairs.split(" ");
  for (let index = 0; index < parts.length; index += 2) {
    const ascii = parts[index + 1] ?? "";
    table.set(parts[index] ?? "", ascii === "-" ? "" : ascii);
  }
}

/**
 * A text in ASCII as far as it can be written so: Latin with any marks, Cyrillic and Greek. Letters of other
 * scripts are left as they are. The result is in lower case.
 */
export function transliterate(text: string): string {
  let result = "";
  for (const character of text.normalize("NFC").toLowerCase()) {
    result += table.get(character) ?? withoutMarks(character);
  }
  return result;
}

function withoutMarks(character: string): string {
  const bare = character.normalize("NFKD").replace(/\p{M}/gu, "");
  return table.get(bare) ?? bare;
}
