// The French of SurveyJS as we write it: « … » in one sign, curved apostrophes, « guillemets », and a full stop where a
// sentence ends. All of it is mended here, so that what a new version of SurveyJS brings is too.

/** Sentences that SurveyJS leaves without their full stop. */
const sentences = new Set([
  'emptySurvey',
  'minError',
  'maxError',
  'invalidInputError',
  'numericMinMax',
  'numericMin',
  'numericMax',
  'urlGetChoicesError',
  'emptyMessage',
  'selectToRankEmptyRankedAreaText',
  'selectToRankEmptyUnrankedAreaText',
])

/** What the server says of an answer that is owed. */
const owed = {
  requiredError: 'Une réponse est attendue.',
  requiredErrorInPanel: 'Une réponse est attendue.',
  requiredInAllRowsError: 'Une réponse est attendue à chaque ligne.',
  otherRequiredError: 'Précisez votre réponse « Autre ».',
}

/** These strings, by their names; what is no text is left out. */
export const mended = (strings: Readonly<Record<string, unknown>>): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(strings).flatMap(([name, text]) =>
      typeof text === 'string' ? [[name, mendedText(name, text)]] : [],
    ),
  ),
  ...owed,
})

const mendedText = (name: string, text: string): string => {
  const written = text
    .replaceAll('...', '…')
    .replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replaceAll(/'([^']+)'/g, '« $1 »')
    .replaceAll(/(?<=\p{L}): /gu, ' : ')
  return sentences.has(name) && !/[.!?…]$/.test(written) ? `${written}.` : written
}
