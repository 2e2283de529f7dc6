package pl.dziennik.synergia.slip;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.openpdf.text.pdf.draw.DottedLineSeparator;

/** A page a person: the slip to take home above the cut line, the declaration to sign below it. */
@ApplicationScoped
public class SlipPdf {
  private static final float MARGIN = 50;
  private static final Color RULE = new Color(0xB8, 0xB3, 0xC8);
  private static final Color SHADE = new Color(0xF3, 0xF0, 0xF9);

  private final String publicOrigin;
  private final SlipFonts fonts = new SlipFonts();

  SlipPdf(@ConfigProperty(name = "dziennik.synergia.public-origin") String publicOrigin) {
    this.publicOrigin = publicOrigin;
  }

  /** The bytes of the PDF. */
  public byte[] render(List<Slip> slips) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
    PdfWriter.getInstance(document, out);
    document.addTitle("Karta dostępu do dziennika elektronicznego");
    document.addCreator("Synergia");
    document.open();
    for (Slip slip : slips) {
      document.newPage();
      accessPart(document, slip);
      cutLine(document);
      declarationPart(document, slip);
    }
    document.close();
    return out.toByteArray();
  }

  private void accessPart(Document document, Slip slip) {
    document.add(line(slip.schoolName(), fonts.small(), 0));
    document.add(line("Karta dostępu do dziennika elektronicznego", fonts.title(), 10));
    document.add(line(SlipTexts.owner(slip), fonts.bold(), 4));
    document.add(credentials(slip));
    document.add(line("Jak się zalogować", fonts.bold(), 14));
    int step = 1;
    for (String text : SlipTexts.steps(publicOrigin + "/school?szkola=" + slip.schoolCode())) {
      document.add(line(step + ".  " + text, fonts.normal(), 4));
      step++;
    }
    document.add(line(SlipTexts.forgotten(slip.reissueContact()), fonts.normal(), 10));
    document.add(line(SlipTexts.SECRECY, fonts.small(), 8));
  }

  private PdfPTable credentials(Slip slip) {
    PdfPTable table = new PdfPTable(new float[] {1, 1.4f});
    table.setWidthPercentage(100);
    table.setSpacingBefore(12);
    table.addCell(cell("Login", slip.credentials().login()));
    table.addCell(cell("Hasło jednorazowe", slip.credentials().password()));
    return table;
  }

  private PdfPCell cell(String label, String value) {
    PdfPCell cell = new PdfPCell();
    cell.setBackgroundColor(SHADE);
    cell.setBorderColor(RULE);
    cell.setPadding(10);
    cell.addElement(new Phrase(label, fonts.small()));
    cell.addElement(new Phrase(value, fonts.mono()));
    return cell;
  }

  private void cutLine(Document document) {
    Paragraph cut = line("tu odciąć; część poniżej zostaje w szkole", fonts.small(), 26);
    cut.setAlignment(Element.ALIGN_CENTER);
    document.add(cut);
    DottedLineSeparator dots = new DottedLineSeparator();
    dots.setLineColor(RULE);
    document.add(new Paragraph(new org.openpdf.text.Chunk(dots)));
  }

  private void declarationPart(Document document, Slip slip) {
    document.add(line("Oświadczenie o odbiorze karty dostępu", fonts.title(), 14));
    document.add(line(SlipTexts.declaration(slip), fonts.normal(), 8));
    PdfPTable signatures = new PdfPTable(2);
    signatures.setWidthPercentage(100);
    signatures.setSpacingBefore(46);
    for (String label : List.of("data", "czytelny podpis odbierającego")) {
      PdfPCell cell = new PdfPCell(new Phrase(label, fonts.small()));
      cell.setBorder(PdfPCell.TOP);
      cell.setBorderColor(RULE);
      cell.setPaddingTop(5);
      signatures.addCell(cell);
    }
    document.add(signatures);
  }

  private static Paragraph line(String text, Font font, float before) {
    Paragraph paragraph = new Paragraph(text, font);
    paragraph.setSpacingBefore(before);
    paragraph.setLeading(font.getSize() * 1.4f);
    return paragraph;
  }
}
