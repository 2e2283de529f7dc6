package pl.dziennik.synergia.slip;

import java.util.List;

/** What stands on the slip, in Polish: it is a paper of the school. */
final class SlipTexts {
  static final String SECRECY =
      "Login i hasło są tylko dla osoby wymienionej na karcie. Szkoła nigdy nie prosi o podanie hasła"
          + " telefonicznie ani w wiadomości. Nie podawaj tych danych podczas zakładania Konta LIBRUS:"
          + " tam loginem jest Twój adres e-mail.";

  private SlipTexts() {}

  static String owner(Slip slip) {
    return slip.personName()
        + " ("
        + switch (slip.role()) {
          case "GUARDIAN" -> "konto rodzica lub opiekuna" + inClass(", dziecko w klasie ", slip);
          case "PUPIL" -> "konto ucznia" + inClass(", klasa ", slip);
          default -> "konto pracownika szkoły";
        }
        + ")";
  }

  private static String inClass(String words, Slip slip) {
    return slip.className().isEmpty() ? "" : words + slip.className();
  }

  static List<String> steps(String address) {
    return List.of(
        "Otwórz w przeglądarce adres: " + address,
        "Wpisz login i hasło jednorazowe z tej karty.",
        "Ustal własne hasło: co najmniej 10 znaków, inne niż login.",
        "Przeczytaj i zaakceptuj regulamin dziennika elektronicznego.",
        "Gotowe. Strona podpowie, jak korzystać z dziennika także w aplikacji.");
  }

  static String forgotten(String reissueContact) {
    return "Jeśli zapomnisz hasła, szkoła wyda nową kartę: "
        + reissueContact
        + ". Tę informację znajdziesz też na stronie z punktu 1.";
  }

  static String declaration(Slip slip) {
    return "Potwierdzam odbiór karty z danymi dostępu do konta w dzienniku elektronicznym Synergia (login "
        + slip.credentials().login()
        + ", "
        + slip.personName()
        + "). Zobowiązuję się zapoznać z regulaminem dziennika elektronicznego i nie udostępniać"
        + " danych dostępu innym osobom.";
  }
}
