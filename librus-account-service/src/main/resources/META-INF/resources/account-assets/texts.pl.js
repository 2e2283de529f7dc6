export default {
  gone: 'Ten link został już użyty albo stracił ważność. Wróć do aplikacji i poproś o nową wiadomość.',
  damaged: 'Ten link jest niepełny. Otwórz go z wiadomości jeszcze raz albo skopiuj cały adres.',
  incomplete: 'Ten adres jest niepełny. Otwórz link z wiadomości jeszcze raz.',
  otherPassword: 'Wybierz inne hasło. Musi mieć co najmniej 10 znaków i nie może być Twoim adresem e-mail.',
  passwordsDiffer: 'Hasła nie są takie same.',
  tooMany: 'Za dużo prób. Odczekaj minutę i spróbuj ponownie.',
  silent: 'Usługa chwilowo nie odpowiada. Link pozostaje ważny; spróbuj ponownie za kilka minut.',
  offline: 'Nie udało się połączyć z usługą. Sprawdź połączenie z internetem i spróbuj ponownie.',
  unexpected: 'Coś poszło nie tak po naszej stronie. Spróbuj ponownie za kilka minut.',

  activationGone: 'Ten link został już użyty albo stracił ważność. Jeśli konto już działa, po prostu się zaloguj.'
    + ' Jeśli nie, wróć do aplikacji i poproś o nową wiadomość.',
  activatedTitle: 'Konto działa',
  activatedText: 'Możesz się zalogować w aplikacji: loginem jest Twój adres e-mail.',
  passwordChangedTitle: 'Hasło zmienione',
  passwordChangedText: 'Zaloguj się nowym hasłem.',

  childGone: 'Decyzja została już podjęta albo link stracił ważność. Jeśli jest nadal potrzebna, dziecko może poprosić'
    + ' w aplikacji o nową wiadomość.',
  childConfirmedTitle: 'Dziękujemy',
  childConfirmedText: 'Konto dziecka działa. Zgody na powiązanie z kontem szkolnym udziela się osobno.',
  childRefusedTitle: 'Odmowa zapisana',
  childRefusedText: 'Konto nie powstanie, a podane dane zostały usunięte.',

  linkGone: 'Decyzja została już podjęta albo link stracił ważność. Jeśli jest nadal potrzebna, osoba, która o nią'
    + ' prosiła, może w aplikacji rozpocząć wiązanie kont od nowa.',
  linkConfirmedTitle: 'Zgoda zapisana',
  linkConfirmedText: 'Powiązanie zostanie dokończone, a dane z dziennika pojawią się w aplikacji. Zgodę można wycofać'
    + ' w każdej chwili.',
  linkRefusedTitle: 'Odmowa zapisana',
  linkRefusedText: 'Konta nie zostaną powiązane. Z dziennika nie zostaną pobrane żadne dane.',
  pupil: 'Uczeń',
  pupils: 'Uczniowie',

  signInStoppedTitle: 'Logowanie przerwane',
  signInStoppedText: 'Konta nie zostały powiązane.',
  signInFailedTitle: 'Nie udało się zalogować do Synergii',
  signInFailedText: 'Konta nie zostały powiązane, a hasła nie trzeba zmieniać.',
  linkAgain: 'Wróć do aplikacji i wybierz „Powiąż konta” jeszcze raz. Login i hasło do Synergii wydaje szkoła;'
    + ' jeśli nie działają, o nową kartę dostępu poproś sekretariat lub szkolnego administratora dziennika.',
  nothingToDo: 'Ta strona jest tylko przystankiem w drodze do aplikacji i otwiera się jeden raz. Wróć do aplikacji; jeśli'
    + ' powiązanie nie jest tam widoczne, wybierz „Powiąż konta” jeszcze raz.',
};
