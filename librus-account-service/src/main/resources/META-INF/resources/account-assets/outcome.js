// What an answer that is no success means to a person: in which words, and whether the page still has something to do.

const GONE = 'Ten link został już użyty albo stracił ważność. Wróć do aplikacji i poproś o nową wiadomość.';
const DAMAGED = 'Ten link jest niepełny. Otwórz go z wiadomości jeszcze raz albo skopiuj cały adres.';
const PASSWORD = 'Wybierz inne hasło. Musi mieć co najmniej 10 znaków i nie może być Twoim adresem e-mail.';
const TOO_MANY = 'Za dużo prób. Odczekaj minutę i spróbuj ponownie.';
const SILENT = 'Usługa chwilowo nie odpowiada. Link pozostaje ważny; spróbuj ponownie za kilka minut.';
const OFFLINE = 'Nie udało się połączyć z usługą. Sprawdź połączenie z internetem i spróbuj ponownie.';
const UNEXPECTED = 'Coś poszło nie tak po naszej stronie. Spróbuj ponownie za kilka minut.';

/** The status of a request that never got an answer. */
export const NO_ANSWER = 0;

const over = (text) => ({ text, isOver: true });
const again = (text, field) => ({ text, isOver: false, field });

/** `fields` are those that the problem document names; `gone` is what a link that is over means on this page. */
export function outcome({ status, fields = [] }, gone = GONE) {
  if (fields.includes('password')) return again(PASSWORD, 'password');
  if (fields.includes('token')) return over(DAMAGED);
  switch (status) {
    case 404: case 410: return over(gone);
    case 429: return again(TOO_MANY);
    case 502: case 503: case 504: return again(SILENT);
    case NO_ANSWER: return again(OFFLINE);
    default: return again(UNEXPECTED);
  }
}
