// What people write without what nobody sees and that makes a text be read as another: characters that turn the order of
// the letters after them (U+202A to U+202E, U+2066 to U+2069), control characters but for tabs and ends of lines, and
// signs without width between letters (U+200B, U+2060 to U+2064, U+206A to U+206F, U+FEFF). What writing needs stays:
// the joiners of emoji and of other scripts (U+200C, U+200D), the marks of right-to-left texts (U+200E, U+200F), spaces
// that no line ends at.
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g

/** The same text without them. */
export const cleanText = (text: string): string => text.replaceAll(UNSEEN, '')
