// What the scripts of the pages say, in the language that the page was served in.
import en from './texts.en.js';
import pl from './texts.pl.js';
import uk from './texts.uk.js';

export const texts = { en, pl, uk }[document.documentElement.lang];
