<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Actions</name>
    <message>
        <source>Open scans…</source>
        <translation>Aufnahmen öffnen…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open study…</source>
        <translation>Studie öffnen…</translation>
    </message>
    <message>
        <source>New study…</source>
        <translation>Neue Studie…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Show the program&apos;s log</source>
        <translation>Protokoll des Programms anzeigen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Next unfinished scan</source>
        <translation>Nächste offene Aufnahme</translation>
    </message>
    <message>
        <source>Next scan in the list</source>
        <translation>Nächste Aufnahme der Liste</translation>
    </message>
    <message>
        <source>Previous scan in the list</source>
        <translation>Vorige Aufnahme der Liste</translation>
    </message>
    <message>
        <source>Back to the scan before this one</source>
        <translation>Zurück zur vorher gezeigten Aufnahme</translation>
    </message>
    <message>
        <source>Search the list of scans</source>
        <translation>Liste der Aufnahmen durchsuchen</translation>
    </message>
    <message>
        <source>Find the corners</source>
        <translation>Eckpunkte finden</translation>
    </message>
    <message>
        <source>Stop finding the corners</source>
        <translation>Suche der Eckpunkte abbrechen</translation>
    </message>
    <message>
        <source>Find the corners of new scans by itself</source>
        <translation>Eckpunkte neuer Aufnahmen selbsttätig finden</translation>
    </message>
    <message>
        <source>Step 1: Landmarks</source>
        <translation>Schritt 1: Landmarken</translation>
    </message>
    <message>
        <source>Step 2: Crop</source>
        <translation>Schritt 2: Beschnitt</translation>
    </message>
    <message>
        <source>Step 3: Score</source>
        <translation>Schritt 3: Graduierung</translation>
    </message>
    <message>
        <source>Step 4: Submit</source>
        <translation>Schritt 4: Abgabe</translation>
    </message>
    <message>
        <source>Submit the reading</source>
        <translation>Befundung abgeben</translation>
    </message>
    <message>
        <source>Grade 0: none</source>
        <translation>Grad 0: keine</translation>
    </message>
    <message>
        <source>Grade 1: up to a third of the wall</source>
        <translation>Grad 1: bis zu einem Drittel der Wand</translation>
    </message>
    <message>
        <source>Grade 2: between a third and two thirds</source>
        <translation>Grad 2: zwischen einem und zwei Dritteln</translation>
    </message>
    <message>
        <source>Grade 3: two thirds and more</source>
        <translation>Grad 3: zwei Drittel und mehr</translation>
    </message>
    <message>
        <source>Cell is not readable…</source>
        <translation>Feld ist nicht beurteilbar…</translation>
    </message>
    <message>
        <source>Clear the cell</source>
        <translation>Feld leeren</translation>
    </message>
    <message>
        <source>Cell above</source>
        <translation>Feld darüber</translation>
    </message>
    <message>
        <source>Cell below</source>
        <translation>Feld darunter</translation>
    </message>
    <message>
        <source>Cell to the left</source>
        <translation>Feld links</translation>
    </message>
    <message>
        <source>Cell to the right</source>
        <translation>Feld rechts</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Fit the scan into the view</source>
        <translation>Aufnahme einpassen</translation>
    </message>
    <message>
        <source>One scan pixel per screen pixel</source>
        <translation>Ein Bildpixel je Bildschirmpixel</translation>
    </message>
    <message>
        <source>Invert the greys</source>
        <translation>Graustufen umkehren</translation>
    </message>
    <message>
        <source>Window from the picture&apos;s own greys</source>
        <translation>Fenster aus den Grauwerten des Bildes</translation>
    </message>
    <message>
        <source>Window as the file has it</source>
        <translation>Fenster wie in der Datei</translation>
    </message>
    <message>
        <source>Show guides</source>
        <translation>Hilfslinien zeigen</translation>
    </message>
    <message>
        <source>Show the aorta region&apos;s border</source>
        <translation>Rand der Aortenregion zeigen</translation>
    </message>
    <message>
        <source>Show what was not scanned</source>
        <translation>Nicht aufgenommenen Bereich zeigen</translation>
    </message>
    <message>
        <source>Show corners</source>
        <translation>Eckpunkte zeigen</translation>
    </message>
    <message>
        <source>Show level names</source>
        <translation>Wirbelnamen zeigen</translation>
    </message>
    <message>
        <source>Full-screen reading</source>
        <translation>Befunden im Vollbild</translation>
    </message>
    <message>
        <source>Reading desk</source>
        <translation>Befundplatz</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>Erscheinungsbild: wie das System</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Erscheinungsbild: hell</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Erscheinungsbild: dunkel</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Befehl suchen…</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>Liste der Tasten</translation>
    </message>
    <message>
        <source>Files and studies</source>
        <translation>Dateien und Studien</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>Landmarken</translation>
    </message>
    <message>
        <source>Grading</source>
        <translation>Graduierung</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Pages and theme</source>
        <translation>Seiten und Erscheinungsbild</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Copy the picture or report</source>
        <translation>Bild oder Bericht kopieren</translation>
    </message>
    <message>
        <source>Save the picture or report…</source>
        <translation>Bild oder Bericht speichern…</translation>
    </message>
    <message>
        <source>Print the picture or report…</source>
        <translation>Bild oder Bericht drucken…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Adjudication</source>
        <translation>Klärung</translation>
    </message>
    <message>
        <source>Truth for training</source>
        <translation>Wahrheit für das Üben</translation>
    </message>
    <message>
        <source>Merge copies of the study</source>
        <translation>Kopien der Studie zusammenführen</translation>
    </message>
    <message>
        <source>Grade 4: AAC-8, more than three vertebral heights</source>
        <translation>Grad 4: AAC-8, mehr als drei Wirbelhöhen</translation>
    </message>
    <message>
        <source>Take the measured grade</source>
        <translation>Gemessenen Grad übernehmen</translation>
    </message>
    <message>
        <source>Mark calcification on the wall</source>
        <translation>Verkalkung an der Wand markieren</translation>
    </message>
    <message>
        <source>Archive (PACS)</source>
        <translation>Archiv (PACS)</translation>
    </message>
    <message>
        <source>Archive nodes…</source>
        <translation>Archivknoten…</translation>
    </message>
    <message>
        <source>De-identify scans…</source>
        <translation>Aufnahmen de-identifizieren…</translation>
    </message>
    <message>
        <source>Import landmarks…</source>
        <translation>Eckpunkte importieren…</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>AAC-24 agreement report</source>
        <translation>Bericht zur Übereinstimmung, AAC-24</translation>
    </message>
    <message>
        <source>Agreement of readers %1 and %2</source>
        <translation>Übereinstimmung der Befunder %1 und %2</translation>
    </message>
    <message>
        <source>Study: %1</source>
        <translation>Studie: %1</translation>
    </message>
    <message>
        <source>condition %1</source>
        <translation>Bedingung %1</translation>
    </message>
    <message>
        <source>images read:&#xa0;%1</source>
        <translation>befundete Bilder:&#xa0;%1</translation>
    </message>
    <message>
        <source>Synthetic data (simulated readers or phantoms): says nothing about real readers.</source>
        <translation>Synthetische Daten (simulierte Befunder oder Phantome): ohne Aussage über wirkliche Befunder.</translation>
    </message>
    <message>
        <source>Table 1.  Agreement by unit</source>
        <translation>Tabelle 1.  Übereinstimmung je Einheit</translation>
    </message>
    <message>
        <source>  n.d., not defined; %1.</source>
        <translation>  n. d., nicht definiert; %1.</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Total score: both readings</source>
        <translation>Gesamtwert: beide Befundungen</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>Burden category: confusion matrix</source>
        <translation>Lastkategorie: Kreuztabelle</translation>
    </message>
    <message>
        <source>Figure and methods</source>
        <translation>Abbildung und Methoden</translation>
    </message>
    <message>
        <source>VerteScore %1  ·  page %2 of %3</source>
        <translation>VerteScore %1  ·  Seite %2 von %3</translation>
    </message>
    <message>
        <source>total scored by both:&#xa0;%1</source>
        <translation>Gesamtwert von beiden:&#xa0;%1</translation>
    </message>
    <message>
        <source>Left out: images not read by both / read but not readable. Within 1: scores at most one point apart. Bias and 95 % limits in points, first reader minus second.</source>
        <translation>Fehlen: Bilder, die nicht beide befundet haben / die nicht beurteilbar waren. Bis 1: Werte höchstens einen Punkt auseinander. Abweichung und 95-%-Grenzen in Punkten, erster minus zweiter Befunder.</translation>
    </message>
    <message>
        <source>Table 2.  Images by score</source>
        <translation>Tabelle 2.  Bilder je Wert</translation>
    </message>
    <message>
        <source>Only images that count in Table 1. Category: 0, low; 1, moderate; 2, high burden.</source>
        <translation>Nur Bilder, die in Tabelle 1 zählen. Kategorie: 0, niedrige; 1, mittlere; 2, hohe Last.</translation>
    </message>
    <message>
        <source>Total score: Bland–Altman</source>
        <translation>Gesamtwert: Bland–Altman</translation>
    </message>
    <message>
        <source>A: difference against mean; area of a disc in proportion to the images; solid line, bias; dashed, limits of agreement (bias ± 1.96 SD); bands, exact 95 % intervals (noncentral t). B: dashed, identity; equal pairs are spread around their place. C: counts of images with row and column sums; blue, same category.

Kappa: Cohen, linear weights over the declared scores, non-null standard error (Fleiss, Cohen &amp; Everitt 1969), Wald interval, not truncated at 1. AC2: Gwet 2014, quadratic weights over the declared scores, t interval; unlike kappa it does not fall because one score is rare. Pearson: Fisher z. ICC(2,1): two-way random, absolute agreement, single reading, listwise (Shrout &amp; Fleiss 1979). A level is the sum of its two walls (0–6), the total of its four levels (0–24); a level or total with a missing wall is missing. Categories: low below %1, moderate, high from %2.</source>
        <translation>A: Differenz gegen Mittel; Fläche einer Scheibe im Verhältnis zur Zahl der Bilder; durchgezogen, Abweichung; gestrichelt, Übereinstimmungsgrenzen (Abweichung ± 1.96 SD); Bänder, exakte 95-%-Intervalle (nichtzentrale t-Verteilung). B: gestrichelt, Identität; gleiche Paare sind um ihren Ort gestreut. C: Anzahl der Bilder mit Zeilen- und Spaltensummen; blau, gleiche Kategorie.

Kappa: Cohen, lineare Gewichte über die vereinbarten Werte, Standardfehler ohne Nullhypothese (Fleiss, Cohen &amp; Everitt 1969), Wald-Intervall, nicht bei 1 abgeschnitten. AC2: Gwet 2014, quadratische Gewichte über die vereinbarten Werte, t-Intervall; sinkt anders als Kappa nicht, weil ein Wert selten ist. Pearson: Fishers z. ICC(2,1): zweifach zufällig, absolute Übereinstimmung, einzelne Befundung, nur vollständige Fälle (Shrout &amp; Fleiss 1979). Ein Wirbel ist die Summe seiner beiden Wände (0–6), der Gesamtwert die seiner vier Wirbel (0–24); fehlt eine Wand, fehlen Wirbel und Gesamtwert. Kategorien: niedrig unter %1, mittel, hoch ab %2.</translation>
    </message>
</context>
<context>
    <name>AgreementPlots</name>
    <message>
        <source>Reader %1</source>
        <translation>Befunder %1</translation>
    </message>
    <message>
        <source>First − second (points)</source>
        <translation>Erster − zweiter (Punkte)</translation>
    </message>
    <message>
        <source>Difference, %1 − %2 (points)</source>
        <translation>Differenz, %1 − %2 (Punkte)</translation>
    </message>
    <message>
        <source>%1 %2 wall, grade (0–%3)</source>
        <translation>%1, %2, Grad (0–%3)</translation>
    </message>
    <message>
        <source>%1 score (0–%2)</source>
        <translation>%1, Wert (0–%2)</translation>
    </message>
    <message>
        <source>Total AAC-24 score (0–%1)</source>
        <translation>AAC-24-Gesamtwert (0–%1)</translation>
    </message>
    <message>
        <source>Burden category</source>
        <translation>Lastkategorie</translation>
    </message>
    <message>
        <source>Categories have no differences to plot.</source>
        <translation>Kategorien haben keine Differenzen, die sich zeichnen ließen.</translation>
    </message>
    <message>
        <source>No image was scored by both readers.</source>
        <translation>Kein Bild wurde von beiden Befundern bewertet.</translation>
    </message>
    <message>
        <source>bias
%1</source>
        <translation>Abweichung
%1</translation>
    </message>
    <message>
        <source>+1.96 SD
%1</source>
        <translation>+1.96 SD
%1</translation>
    </message>
    <message>
        <source>Mean of both readers: %1</source>
        <translation>Mittel beider Befunder: %1</translation>
    </message>
    <message>
        <source>−1.96 SD
%1</source>
        <translation>−1.96 SD
%1</translation>
    </message>
    <message>
        <source>AAC-8 score (0–%1)</source>
        <translation>AAC-8-Wert (0–%1)</translation>
    </message>
    <message>
        <source>low</source>
        <comment>burden</comment>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>moderate</source>
        <comment>burden</comment>
        <translation>mittel</translation>
    </message>
    <message>
        <source>high</source>
        <comment>burden</comment>
        <translation>hoch</translation>
    </message>
</context>
<context>
    <name>AgreementTable</name>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>%1 interval</source>
        <translation>%1, Intervall</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>n.d.</source>
        <translation>n. d.</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>within 1</source>
        <translation>bis 1</translation>
    </message>
    <message>
        <source>kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>Pearson</source>
        <translation>Pearson</translation>
    </message>
    <message>
        <source>ICC</source>
        <translation>ICC</translation>
    </message>
    <message>
        <source>too few images</source>
        <translation>zu wenige Bilder</translation>
    </message>
    <message>
        <source>a reader gave one score to all images</source>
        <translation>ein Befunder gab allen Bildern denselben Wert</translation>
    </message>
    <message>
        <source>all scores are equal</source>
        <translation>alle Werte sind gleich</translation>
    </message>
    <message>
        <source>the images do not differ</source>
        <translation>die Bilder unterscheiden sich nicht</translation>
    </message>
    <message>
        <source>no variance</source>
        <translation>keine Varianz</translation>
    </message>
    <message>
        <source>the estimated variances cancel out</source>
        <translation>die geschätzten Varianzen heben sich auf</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>nicht berechnet</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Fehlen</translation>
    </message>
    <message>
        <source>Exact
%</source>
        <translation>Genau
%</translation>
    </message>
    <message>
        <source>Within 1
%</source>
        <translation>Bis 1
%</translation>
    </message>
    <message>
        <source>Linear κ
(95 % CI)</source>
        <translation>κ linear
(95-%-KI)</translation>
    </message>
    <message>
        <source>Pearson r
(95 % CI)</source>
        <translation>Pearson r
(95-%-KI)</translation>
    </message>
    <message>
        <source>ICC(2,1)
(95 % CI)</source>
        <translation>ICC(2,1)
(95-%-KI)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2; %3)</translation>
    </message>
    <message>
        <source>AC2</source>
        <translation>AC2</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>AC2
(95 % CI)</source>
        <translation>AC2
(95-%-KI)</translation>
    </message>
    <message>
        <source>Bias
(limits)</source>
        <translation>Abweichung
(Grenzen)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>(%1, %2)</source>
        <translation>(%1; %2)</translation>
    </message>
</context>
<context>
    <name>AnnotatedPicture</name>
    <message>
        <source>%1 cm</source>
        <translation>%1 cm</translation>
    </message>
    <message>
        <source>Points placed by a person; no network took part.</source>
        <translation>Punkte von Hand gesetzt; ohne Netz.</translation>
    </message>
    <message>
        <source>Network %1, weights %2, %3 %4.</source>
        <translation>Netz %1, Gewichte %2, %3 %4.</translation>
    </message>
    <message>
        <source>Not found: %1.</source>
        <translation>Nicht gefunden: %1.</translation>
    </message>
    <message>
        <source>Synthetic scan: a phantom, no patient.</source>
        <translation>Synthetische Aufnahme: ein Phantom, kein Patient.</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>set by a person</source>
        <translation>von Hand gesetzt</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>not visible</source>
        <translation>nicht sichtbar</translation>
    </message>
    <message>
        <source>between levels</source>
        <translation>zwischen Wirbeln</translation>
    </message>
    <message>
        <source>thirds</source>
        <translation>Drittel</translation>
    </message>
    <message>
        <source>aorta region</source>
        <translation>Aortenregion</translation>
    </message>
    <message>
        <source>outside the field</source>
        <translation>außerhalb des Bildfelds</translation>
    </message>
    <message>
        <source>beyond the picture&apos;s border and in a region that was not scanned</source>
        <translation>jenseits des Bildrands und in einem nicht aufgenommenen Bereich</translation>
    </message>
    <message>
        <source>beyond the picture&apos;s border</source>
        <translation>jenseits des Bildrands</translation>
    </message>
    <message>
        <source>in a region that was not scanned</source>
        <translation>in einem nicht aufgenommenen Bereich</translation>
    </message>
    <message>
        <source>For research use only. Not for diagnosis.</source>
        <translation>Nur für Forschungszwecke. Nicht zur Diagnose.</translation>
    </message>
    <message>
        <source>Aorta region not computed: the guides are not complete.</source>
        <translation>Aortenregion nicht berechnet: Die Hilfslinien sind unvollständig.</translation>
    </message>
    <message>
        <source>Aorta region complete: no part is cropped at factor %1.</source>
        <translation>Aortenregion vollständig: bei Faktor %1 ist nichts abgeschnitten.</translation>
    </message>
    <message>
        <source>Aorta region cropped: %1&#xa0;% of the curve (%2) lies %3, at factor %4.</source>
        <translation>Aortenregion beschnitten: %1&#xa0;% der Kurve (%2) liegen %3, bei Faktor %4.</translation>
    </message>
</context>
<context>
    <name>Appendix</name>
    <message>
        <source>%1  n.d., not defined: %2.</source>
        <translation>%1  n. d., nicht definiert: %2.</translation>
    </message>
    <message>
        <source> (continued)</source>
        <translation> (Fortsetzung)</translation>
    </message>
    <message>
        <source>Table A%1.  %2</source>
        <translation>Tabelle A%1.  %2</translation>
    </message>
    <message>
        <source>Appendix</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>Study: %1</source>
        <translation>Studie: %1</translation>
    </message>
    <message>
        <source>condition %1</source>
        <translation>Bedingung %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>burden %1</source>
        <translation>Last %1</translation>
    </message>
    <message>
        <source>scanner %1</source>
        <translation>Gerät %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>AC2</source>
        <translation>AC2</translation>
    </message>
    <message>
        <source>Pearson</source>
        <translation>Pearson</translation>
    </message>
    <message>
        <source>ICC</source>
        <translation>ICC</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>SEM</source>
        <translation>SEM</translation>
    </message>
    <message>
        <source>MDC95</source>
        <translation>MDC95</translation>
    </message>
    <message>
        <source>Comparison of two conditions</source>
        <translation>Vergleich zweier Bedingungen</translation>
    </message>
    <message>
        <source>All readers together</source>
        <translation>Alle Befunder zusammen</translation>
    </message>
    <message>
        <source>Pairs of readers</source>
        <translation>Paare von Befundern</translation>
    </message>
    <message>
        <source>Strata</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>The same reader again</source>
        <translation>Derselbe Befunder noch einmal</translation>
    </message>
    <message>
        <source>Consensus</source>
        <translation>Konsens</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>Ecken</translation>
    </message>
    <message>
        <source>mean of all pairs</source>
        <translation>Mittel aller Paare</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>BCa</source>
        <translation>BCa</translation>
    </message>
    <message>
        <source>delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Changes from %1 to %2, %3</source>
        <translation>Änderungen von %1 zu %2, %3</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Unweighted κ
(percentile)</source>
        <translation>κ ungewichtet
(Perzentil)</translation>
    </message>
    <message>
        <source>Linear κ
(percentile)</source>
        <translation>κ linear
(Perzentil)</translation>
    </message>
    <message>
        <source>Linear κ
BCa</source>
        <translation>κ linear
BCa</translation>
    </message>
    <message>
        <source>Linear κ
delta method</source>
        <translation>κ linear
Delta-Methode</translation>
    </message>
    <message>
        <source>p
(delta)</source>
        <translation>p
(Delta)</translation>
    </message>
    <message>
        <source>Quadratic κ
(percentile)</source>
        <translation>κ quadratisch
(Perzentil)</translation>
    </message>
    <message>
        <source>Pearson r
(percentile)</source>
        <translation>Pearson r
(Perzentil)</translation>
    </message>
    <message>
        <source>ICC(2,1)
(percentile)</source>
        <translation>ICC(2,1)
(Perzentil)</translation>
    </message>
    <message>
        <source>Differences on the same images with 95 % bootstrap intervals; BCa: Efron 1987, acceleration by the jackknife around its mean.</source>
        <translation>Differenzen auf denselben Bildern mit 95-%-Bootstrap-Intervallen; BCa: Efron 1987, Beschleunigung aus dem Jackknife um sein Mittel.</translation>
    </message>
    <message>
        <source>By stratum, %1</source>
        <translation>Nach Schicht, %1</translation>
    </message>
    <message>
        <source>Linear κ
%1</source>
        <translation>κ linear
%1</translation>
    </message>
    <message>
        <source>Difference
(percentile)</source>
        <translation>Differenz
(Perzentil)</translation>
    </message>
    <message>
        <source>Pearson r
difference</source>
        <translation>Pearson r
Differenz</translation>
    </message>
    <message>
        <source>ICC(2,1)
difference</source>
        <translation>ICC(2,1)
Differenz</translation>
    </message>
    <message>
        <source>kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>Burden of an image: category of its mean total over all readers and conditions. Strata are small: the intervals say how small.</source>
        <translation>Last eines Bildes: Kategorie seiner mittleren Summe über alle Befunder und Bedingungen. Schichten sind klein: die Intervalle sagen, wie klein.</translation>
    </message>
    <message>
        <source>Intraclass correlation ICC(2,1), %1</source>
        <translation>Intraklassen-Korrelation ICC(2,1), %1</translation>
    </message>
    <message>
        <source>Two-way random, absolute agreement, single reading.</source>
        <translation>Zweifach zufällig, absolute Übereinstimmung, einzelne Befundung.</translation>
    </message>
    <message>
        <source>superior anterior</source>
        <translation>oben vorn</translation>
    </message>
    <message>
        <source>superior posterior</source>
        <translation>oben hinten</translation>
    </message>
    <message>
        <source>inferior anterior</source>
        <translation>unten vorn</translation>
    </message>
    <message>
        <source>inferior posterior</source>
        <translation>unten hinten</translation>
    </message>
    <message>
        <source>All, %1</source>
        <translation>Alle, %1</translation>
    </message>
    <message>
        <source>All points</source>
        <translation>Alle Punkte</translation>
    </message>
    <message>
        <source>all pairs of readers</source>
        <translation>alle Paare von Befundern</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>95th percentile</source>
        <translation>95. Perzentil</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>größter</translation>
    </message>
    <message>
        <source>Distance of both readers&apos; corners: %1</source>
        <translation>Abstand der Ecken beider Befunder: %1</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Mean px
(95 % CI)</source>
        <translation>Mittel px
(95-%-KI)</translation>
    </message>
    <message>
        <source>Median
px</source>
        <translation>Median
px</translation>
    </message>
    <message>
        <source>95th %
px</source>
        <translation>95. %
px</translation>
    </message>
    <message>
        <source>Largest
px</source>
        <translation>Größter
px</translation>
    </message>
    <message>
        <source>Mean mm
(95 % CI)</source>
        <translation>Mittel mm
(95-%-KI)</translation>
    </message>
    <message>
        <source>Median
mm</source>
        <translation>Median
mm</translation>
    </message>
    <message>
        <source>95th %
mm</source>
        <translation>95. %
mm</translation>
    </message>
    <message>
        <source>Largest
mm</source>
        <translation>Größter
mm</translation>
    </message>
    <message>
        <source>n placed
by both</source>
        <translation>n von beiden
gesetzt</translation>
    </message>
    <message>
        <source>Their mean
px</source>
        <translation>Deren Mittel
px</translation>
    </message>
    <message>
        <source>Their mean
mm</source>
        <translation>Deren Mittel
mm</translation>
    </message>
    <message>
        <source>Radial distance √(Δx² + Δy²) of the corners whose guides the readings were graded with: %1 images, %2 with a known spacing; points that one reading has no position for: %3. Intervals: points of one image together (ratio of sums, t). Placed by both: points that both readers moved or confirmed; the others lie, for one of them at least, where the network or an import put them.</source>
        <translation>Abstand √(Δx² + Δy²) der Ecken, mit deren Hilfslinien befundet wurde: %1 Bilder, davon %2 mit bekanntem Pixelabstand; Punkte, für die eine Befundung keine Stelle hat: %3. Intervalle: Punkte eines Bildes zusammen (Verhältnis von Summen, t). Von beiden gesetzt: Punkte, die beide Befunder verschoben oder bestätigt haben; die anderen liegen wenigstens bei einem dort, wo das Netz oder ein Import sie hingesetzt hat.</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Score differences and distance of corners: %1</source>
        <translation>Unterschied der Punktwerte und Abstand der Ecken: %1</translation>
    </message>
    <message>
        <source>Spearman ρ, px
(95 % CI)</source>
        <translation>Spearman ρ, px
(95-%-KI)</translation>
    </message>
    <message>
        <source>Pearson r, px
(95 % CI)</source>
        <translation>Pearson r, px
(95-%-KI)</translation>
    </message>
    <message>
        <source>r², px
%</source>
        <translation>r², px
%</translation>
    </message>
    <message>
        <source>n
with mm</source>
        <translation>n
mit mm</translation>
    </message>
    <message>
        <source>Spearman ρ, mm
(95 % CI)</source>
        <translation>Spearman ρ, mm
(95-%-KI)</translation>
    </message>
    <message>
        <source>Pearson r, mm
(95 % CI)</source>
        <translation>Pearson r, mm
(95-%-KI)</translation>
    </message>
    <message>
        <source>r², mm
%</source>
        <translation>r², mm
%</translation>
    </message>
    <message>
        <source>Spearman</source>
        <translation>Spearman</translation>
    </message>
    <message>
        <source>Over images: mean distance of the corners that bound the unit against the absolute difference of both scores. r²: the share of the differences&apos; variance that goes with the distance. Bonett &amp; Wright 2000; Fisher z.</source>
        <translation>Über Bilder: mittlerer Abstand der Ecken, die die Einheit begrenzen, gegen den Betrag der Differenz beider Punktwerte. r²: Anteil der Varianz der Differenzen, der mit dem Abstand geht. Bonett &amp; Wright 2000; Fishers z.</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Zeros
1st / 2nd</source>
        <translation>Nullen
1. / 2.</translation>
    </message>
    <message>
        <source>Exact
%</source>
        <translation>Genau
%</translation>
    </message>
    <message>
        <source>Within 1
%</source>
        <translation>Bis 1
%</translation>
    </message>
    <message>
        <source>Unweighted κ
(95 % CI)</source>
        <translation>κ ungewichtet
(95-%-KI)</translation>
    </message>
    <message>
        <source>Linear κ
(95 % CI)</source>
        <translation>κ linear
(95-%-KI)</translation>
    </message>
    <message>
        <source>Linear κ
bootstrap</source>
        <translation>κ linear
Bootstrap</translation>
    </message>
    <message>
        <source>Quadratic κ
(95 % CI)</source>
        <translation>κ quadratisch
(95-%-KI)</translation>
    </message>
    <message>
        <source>AC2
(95 % CI)</source>
        <translation>AC2
(95-%-KI)</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>within 1</source>
        <translation>bis 1</translation>
    </message>
    <message>
        <source>bootstrap</source>
        <translation>Bootstrap</translation>
    </message>
    <message>
        <source>Left out: images not read by both / read but not readable. Zeros: images that the first and the second reader gave 0. κ: Wald intervals with the non-null standard error, not truncated; bootstrap: percentile, images of one patient together; not drawn for single walls.</source>
        <translation>Ausgelassen: Bilder, die nicht beide befundet haben / befundet, aber nicht lesbar. Nullen: Bilder, denen der erste und der zweite Befunder 0 gab. κ: Wald-Intervalle mit dem Standardfehler ohne Nullhypothese, nicht gekappt; Bootstrap: Perzentil, Bilder eines Patienten zusammen; für einzelne Wände nicht gezogen.</translation>
    </message>
    <message>
        <source>Correlation and ICC</source>
        <translation>Korrelation und ICC</translation>
    </message>
    <message>
        <source>Pearson r
(Fisher)</source>
        <translation>Pearson r
(Fisher)</translation>
    </message>
    <message>
        <source>Spearman ρ
(Bonett-Wright)</source>
        <translation>Spearman ρ
(Bonett-Wright)</translation>
    </message>
    <message>
        <source>Kendall
τ-b</source>
        <translation>Kendall
τ-b</translation>
    </message>
    <message>
        <source>ICC(1,1)
(95 % CI)</source>
        <translation>ICC(1,1)
(95-%-KI)</translation>
    </message>
    <message>
        <source>ICC(2,1)
(95 % CI)</source>
        <translation>ICC(2,1)
(95-%-KI)</translation>
    </message>
    <message>
        <source>ICC(3,1)
(95 % CI)</source>
        <translation>ICC(3,1)
(95-%-KI)</translation>
    </message>
    <message>
        <source>ICC(1,k)
(95 % CI)</source>
        <translation>ICC(1,k)
(95-%-KI)</translation>
    </message>
    <message>
        <source>ICC(2,k)
(95 % CI)</source>
        <translation>ICC(2,k)
(95-%-KI)</translation>
    </message>
    <message>
        <source>ICC(3,k)
(95 % CI)</source>
        <translation>ICC(3,k)
(95-%-KI)</translation>
    </message>
    <message>
        <source>tau</source>
        <translation>Tau</translation>
    </message>
    <message>
        <source>Spearman: Pearson correlation of mid-ranks. ICC: Shrout &amp; Fleiss 1979, F limits; k = 2.</source>
        <translation>Spearman: Pearson-Korrelation mittlerer Ränge. ICC: Shrout &amp; Fleiss 1979, F-Grenzen; k = 2.</translation>
    </message>
    <message>
        <source>Limits of agreement</source>
        <translation>Grenzen der Übereinstimmung</translation>
    </message>
    <message>
        <source>Bias
(95 % CI)</source>
        <translation>Abweichung
(95-%-KI)</translation>
    </message>
    <message>
        <source>SD of
differences</source>
        <translation>SD der
Differenzen</translation>
    </message>
    <message>
        <source>Lower limit
(exact 95 % CI)</source>
        <translation>Untere Grenze
(exaktes 95-%-KI)</translation>
    </message>
    <message>
        <source>Upper limit
(exact 95 % CI)</source>
        <translation>Obere Grenze
(exaktes 95-%-KI)</translation>
    </message>
    <message>
        <source>SEM
(95 % CI)</source>
        <translation>SEM
(95-%-KI)</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>SD</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>In points, first reader minus second. Limits: bias ± 1.96 SD, exact intervals by the noncentral t (Carkeet 2015). SEM, MDC95: standard error of measurement (agreement) and the smallest change beyond it.</source>
        <translation>In Punkten, erster Befunder minus zweiter. Grenzen: Abweichung ± 1.96 SD, exakte Intervalle nach der nichtzentralen t-Verteilung (Carkeet 2015). SEM, MDC95: Standardfehler der Messung (Übereinstimmung) und die kleinste Änderung darüber hinaus.</translation>
    </message>
    <message>
        <source>Bias
(limits)</source>
        <translation>Abweichung
(Grenzen)</translation>
    </message>
    <message>
        <source>first reading</source>
        <translation>erste Befundung</translation>
    </message>
    <message>
        <source>hidden repeat in session %1</source>
        <translation>verdeckte Wiederholung in Sitzung %1</translation>
    </message>
    <message>
        <source>session %1</source>
        <translation>Sitzung %1</translation>
    </message>
    <message>
        <source>%1: %2 and %3</source>
        <translation>%1: %2 und %3</translation>
    </message>
    <message>
        <source>Intra-reader agreement</source>
        <translation>Übereinstimmung eines Befunders mit sich selbst</translation>
    </message>
    <message>
        <source>The same images read again by the same reader: hidden repeats under another code, and further sessions. n: images that were scored both times. Bias: first reading minus second.</source>
        <translation>Dieselben Bilder noch einmal vom selben Befunder: verdeckte Wiederholungen unter anderem Code und weitere Sitzungen. n: Bilder, die beide Male bewertet wurden. Abweichung: erste Befundung minus zweite.</translation>
    </message>
    <message>
        <source>Readers against the adjudicated consensus (settled images: %1)</source>
        <translation>Befunder gegen den entschiedenen Konsens (entschiedene Bilder: %1)</translation>
    </message>
    <message>
        <source>Only images that were settled, which are those that readers saw differently: this describes what the panel did and is no measure of accuracy. Bias: reader minus consensus.</source>
        <translation>Nur Bilder, über die entschieden wurde, also solche, die Befunder verschieden sahen: das beschreibt, was die Runde tat, und ist kein Maß der Richtigkeit. Abweichung: Befunder minus Konsens.</translation>
    </message>
    <message>
        <source>%1, %2 readers</source>
        <translation>%1, %2 Befunder</translation>
    </message>
    <message>
        <source>Chance-corrected agreement</source>
        <translation>Zufallsbereinigte Übereinstimmung</translation>
    </message>
    <message>
        <source>Images
read / by 2 / by all</source>
        <translation>Bilder
befundet / von 2 / von allen</translation>
    </message>
    <message>
        <source>All equal
%</source>
        <translation>Alle gleich
%</translation>
    </message>
    <message>
        <source>Mean κ
linear</source>
        <translation>Mittleres κ
linear</translation>
    </message>
    <message>
        <source>Fleiss κ
complete</source>
        <translation>Fleiss κ
vollständig</translation>
    </message>
    <message>
        <source>Fleiss κ
with gaps</source>
        <translation>Fleiss κ
mit Lücken</translation>
    </message>
    <message>
        <source>α
ordinal</source>
        <translation>α
ordinal</translation>
    </message>
    <message>
        <source>AC1
(95 % CI)</source>
        <translation>AC1
(95-%-KI)</translation>
    </message>
    <message>
        <source>Kendall W
(p)</source>
        <translation>Kendall W
(p)</translation>
    </message>
    <message>
        <source>all equal</source>
        <translation>alle gleich</translation>
    </message>
    <message>
        <source>Fleiss</source>
        <translation>Fleiss</translation>
    </message>
    <message>
        <source>alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>AC1</source>
        <translation>AC1</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>Exact: mean over images of the share of equal pairs. All equal, Fleiss (1971), W: images that all scored. Mean κ: of all pairs (Light 1971), each on the images that both scored. With gaps: Gwet 2014. α: Krippendorff 2011, the default where anything is missing. AC1, AC2 (quadratic weights): over the declared scores, t interval. W: Kendall, corrected for ties.</source>
        <translation>Genau: Mittel über Bilder des Anteils gleicher Paare. Alle gleich, Fleiss (1971), W: Bilder, die alle bewertet haben. Mittleres κ: aller Paare (Light 1971), je auf den Bildern, die beide bewertet haben. Mit Lücken: Gwet 2014. α: Krippendorff 2011, die Vorgabe, wo etwas fehlt. AC1, AC2 (quadratische Gewichte): über die möglichen Punktwerte, t-Intervall. W: Kendall, für Bindungen korrigiert.</translation>
    </message>
    <message>
        <source>Intraclass correlation and error of measurement</source>
        <translation>Intraklassen-Korrelation und Messfehler</translation>
    </message>
    <message>
        <source>n
(complete)</source>
        <translation>n
(vollständig)</translation>
    </message>
    <message>
        <source>Shrout &amp; Fleiss 1979 by analysis of variance of the images that all scored; ICC(2,1), absolute agreement of single readings, in front. Limits of ICC(2,k) by Spearman-Brown. SEM: root of the variance of readers and residual (de Vet et al. 2006), chi-square interval; MDC95 = 1.96 √2 SEM.</source>
        <translation>Shrout &amp; Fleiss 1979 durch Varianzanalyse der Bilder, die alle bewertet haben; vorn ICC(2,1), absolute Übereinstimmung einzelner Befundungen. Grenzen des ICC(2,k) nach Spearman-Brown. SEM: Wurzel aus der Varianz der Befunder und dem Rest (de Vet et al. 2006), Chi-Quadrat-Intervall; MDC95 = 1.96 √2 SEM.</translation>
    </message>
    <message>
        <source>Burden of an image: category of its mean total over all readers and conditions, the same for every pair. Within a stratum scores hardly differ: read κ beside AC2 and the zeros.</source>
        <translation>Last eines Bildes: Kategorie seiner mittleren Summe über alle Befunder und Bedingungen, dieselbe für jedes Paar. In einer Schicht unterscheiden sich die Punktwerte kaum: κ ist neben AC2 und den Nullen zu lesen.</translation>
    </message>
    <message>
        <source>Pearson r
(95 % CI)</source>
        <translation>Pearson r
(95-%-KI)</translation>
    </message>
    <message>
        <source>%1, images: %2</source>
        <translation>%1, Bilder: %2</translation>
    </message>
    <message>
        <source>By stratum: %1</source>
        <translation>Nach Schicht: %1</translation>
    </message>
    <message>
        <source>By stratum, all readers together</source>
        <translation>Nach Schicht, alle Befunder zusammen</translation>
    </message>
    <message>
        <source>Kendall
W</source>
        <translation>Kendall
W</translation>
    </message>
</context>
<context>
    <name>ComparisonPage</name>
    <message>
        <source>mean of all pairs of readers</source>
        <translation>Mittel aller Befunderpaare</translation>
    </message>
    <message>
        <source>readers %1</source>
        <translation>Befunder %1</translation>
    </message>
    <message>
        <source>Study: %1</source>
        <translation>Studie: %1</translation>
    </message>
    <message>
        <source>total scored by all under both:&#xa0;%1</source>
        <translation>Gesamtwert von allen unter beiden:&#xa0;%1</translation>
    </message>
    <message>
        <source>%1 compared with %2</source>
        <translation>%1 verglichen mit %2</translation>
    </message>
    <message>
        <source>Table 1.  Correlation between readers (Pearson r)</source>
        <translation>Tabelle 1.  Korrelation zwischen Befundern (Pearson r)</translation>
    </message>
    <message>
        <source>Table 2.  Cohen&apos;s weighted kappa (linear weights)</source>
        <translation>Tabelle 2.  Cohens gewichtetes Kappa (lineare Gewichte)</translation>
    </message>
    <message>
        <source>Table 3.  Intraclass correlation ICC(2,1)</source>
        <translation>Tabelle 3.  Intraklassen-Korrelation ICC(2,1)</translation>
    </message>
    <message>
        <source>n.d., not defined; %1.</source>
        <translation>n. d., nicht definiert; %1.</translation>
    </message>
    <message>
        <source>Linear κ, 95 % Wald interval</source>
        <translation>Lineares κ, 95-%-Wald-Intervall</translation>
    </message>
    <message>
        <source>Difference of κ, 95 % bootstrap interval</source>
        <translation>Differenz der κ, 95-%-Bootstrap-Intervall</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Kappa: open grey, %1; filled, %2</source>
        <translation>Kappa: offen grau, %1; gefüllt, %2</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Change on the same images</source>
        <translation>Änderung auf denselben Aufnahmen</translation>
    </message>
    <message>
        <source>The interval of the change in the total&apos;s kappa is %1 wide with %2 images; with twice as many it would be about %3. </source>
        <translation>Das Intervall der Änderung des Kappa der Gesamtwerte ist bei %2 Aufnahmen %1 breit; bei doppelt so vielen wäre es etwa %3. </translation>
    </message>
    <message>
        <source>%1 resamples</source>
        <translation>%1 Ziehungen</translation>
    </message>
    <message>
        <source>, seed %1</source>
        <translation>, Startwert %1</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>Only images that every one of these readers scored under both conditions. Kappa: Cohen, linear weights over the declared scores. ICC(2,1): two-way random, absolute agreement, single reading (Shrout &amp; Fleiss 1979). %1 Differences: percentile bootstrap over images, those of one patient together (%2); p: delta method from the influence of each image on both kappas, two-sided, not adjusted for several units.</source>
        <translation>Nur Aufnahmen, die jeder dieser Befunder unter beiden Bedingungen graduiert hat. Kappa: Cohen, lineare Gewichte über die vorgesehenen Werte. ICC(2,1): zweifach zufällig, absolute Übereinstimmung, Einzelbefundung (Shrout &amp; Fleiss 1979). %1 Differenzen: Perzentil-Bootstrap über Aufnahmen, die eines Patienten gemeinsam (%2); p: Delta-Methode aus dem Einfluss jeder Aufnahme auf beide Kappas, zweiseitig, nicht für mehrere Einheiten angepasst.</translation>
    </message>
    <message>
        <source>Each value is the mean over all pairs of readers, its interval the percentile bootstrap of that mean over the same resamples.</source>
        <translation>Jeder Wert ist das Mittel über alle Befunderpaare, sein Intervall der Perzentil-Bootstrap dieses Mittels über dieselben Stichproben.</translation>
    </message>
    <message>
        <source>Intervals: Pearson, Fisher z; kappa, Wald with the non-null standard error (Fleiss, Cohen &amp; Everitt 1969), not truncated at 1; ICC, F distribution.</source>
        <translation>Intervalle: Pearson, Fisher-z; Kappa, Wald mit dem Standardfehler ohne Nullhypothese (Fleiss, Cohen &amp; Everitt 1969), nicht bei 1 abgeschnitten; ICC, F-Verteilung.</translation>
    </message>
    <message>
        <source>Linear κ, 95 % bootstrap interval</source>
        <translation>Lineares κ, 95-%-Bootstrap-Intervall</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>Total, %1</source>
        <translation>Summe, %1</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Categories, %1</source>
        <translation>Kategorien, %1</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source> C: Bland–Altman; solid, bias; dashed, limits of agreement (bias ± 1.96 SD); bands, exact 95 % intervals. D, E: images by burden category, rows the first reader.</source>
        <translation> C: Bland–Altman; durchgezogen, Abweichung; gestrichelt, Grenzen der Übereinstimmung (Abweichung ± 1.96 SD); Bänder, exakte 95-%-Intervalle. D, E: Bilder nach Lastkategorie, Zeilen der erste Befunder.</translation>
    </message>
</context>
<context>
    <name>ComparisonTable</name>
    <message>
        <source>Pearson r</source>
        <translation>Pearson r</translation>
    </message>
    <message>
        <source>Linear κ</source>
        <translation>Lineares κ</translation>
    </message>
    <message>
        <source>ICC(2,1)</source>
        <translation>ICC(2,1)</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>%1, %2
(95 % CI)</source>
        <translation>%1, %2
(95-%-KI)</translation>
    </message>
    <message>
        <source>Difference
(95 % bootstrap)</source>
        <translation>Differenz
(95 % Bootstrap)</translation>
    </message>
    <message>
        <source>p
(delta)</source>
        <translation>p
(Delta)</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
</context>
<context>
    <name>FrameItem</name>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
</context>
<context>
    <name>GradingItem</name>
    <message>
        <source>%1 anterior wall</source>
        <translation>%1 Vorderwand</translation>
    </message>
    <message>
        <source>%1 posterior wall</source>
        <translation>%1 Hinterwand</translation>
    </message>
</context>
<context>
    <name>MarkTool</name>
    <message>
        <source>Marking the anterior wall: drag along it; Shift wipes; Esc ends.</source>
        <translation>Vorderwand markieren: entlang ziehen; Umschalt wischt; Esc endet.</translation>
    </message>
    <message>
        <source>Marking the posterior wall: drag along it; Shift wipes; Esc ends.</source>
        <translation>Hinterwand markieren: entlang ziehen; Umschalt wischt; Esc endet.</translation>
    </message>
</context>
<context>
    <name>MoveWords</name>
    <message>
        <source>%1, locked</source>
        <translation>%1, gesperrt</translation>
    </message>
    <message>
        <source>Drag to move %1 as a whole</source>
        <translation>Ziehen verschiebt %1 als Ganzes</translation>
    </message>
    <message>
        <source>Drag to move all vertebrae</source>
        <translation>Ziehen verschiebt alle Wirbel</translation>
    </message>
</context>
<context>
    <name>OwnStudy</name>
    <message>
        <source>My scans</source>
        <translation>Meine Aufnahmen</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Ich</translation>
    </message>
</context>
<context>
    <name>PageFrame</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>PlaceTool</name>
    <message>
        <source>Click the place of: %1. Esc ends.</source>
        <translation>Klicken Sie auf: %1. Esc beendet.</translation>
    </message>
</context>
<context>
    <name>Say</name>
    <message>
        <source>The file is not there.</source>
        <translation>Die Datei ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>Was it moved, or is a drive not connected?</source>
        <translation>Wurde sie verschoben, oder ist ein Laufwerk nicht verbunden?</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Check that you have the right to read it.</source>
        <translation>Prüfen Sie, ob Sie das Leserecht haben.</translation>
    </message>
    <message>
        <source>Nothing can be written there.</source>
        <translation>Dort kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>Choose a folder in which you may write.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>The disk is full; the last change is not saved.</source>
        <translation>Der Datenträger ist voll; die letzte Änderung ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>Make room, then try again. What was saved before is safe.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es erneut. Vorher Gespeichertes ist sicher.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file ends too early.</source>
        <translation>Die Datei endet zu früh.</translation>
    </message>
    <message>
        <source>Copy it again from its source.</source>
        <translation>Kopieren Sie sie erneut von der Quelle.</translation>
    </message>
    <message>
        <source>The file is larger than a scan can be.</source>
        <translation>Die Datei ist größer, als eine Aufnahme sein kann.</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>Die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>This is no file that VerteScore can open.</source>
        <translation>Diese Datei kann VerteScore nicht öffnen.</translation>
    </message>
    <message>
        <source>Scans are DICOM, PNG, JPEG or TIFF files.</source>
        <translation>Aufnahmen sind DICOM-, PNG-, JPEG- oder TIFF-Dateien.</translation>
    </message>
    <message>
        <source>This DICOM file holds no picture.</source>
        <translation>Diese DICOM-Datei enthält kein Bild.</translation>
    </message>
    <message>
        <source>The picture is stored in a way that VerteScore cannot decode.</source>
        <translation>Das Bild ist so gespeichert, dass VerteScore es nicht dekodieren kann.</translation>
    </message>
    <message>
        <source>Export it again, uncompressed or as PNG.</source>
        <translation>Exportieren Sie es erneut, unkomprimiert oder als PNG.</translation>
    </message>
    <message>
        <source>The picture inside the file is damaged.</source>
        <translation>Das Bild in der Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The picture is too small to be a scan.</source>
        <translation>Das Bild ist zu klein für eine Aufnahme.</translation>
    </message>
    <message>
        <source>This is a picture, but no lateral spine scan.</source>
        <translation>Dies ist ein Bild, aber keine seitliche Wirbelsäulenaufnahme.</translation>
    </message>
    <message>
        <source>This seems to be a frontal scan; a lateral one is needed.</source>
        <translation>Dies scheint eine frontale Aufnahme zu sein; benötigt wird eine seitliche.</translation>
    </message>
    <message>
        <source>If it is lateral, say so beside the button that finds the corners.</source>
        <translation>Ist sie seitlich, lässt sich das an der Schaltfläche sagen, die die Ecken sucht.</translation>
    </message>
    <message>
        <source>The study file is not there.</source>
        <translation>Die Studiendatei ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>A study with this name is there already.</source>
        <translation>Eine Studie dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name; nothing was overwritten.</source>
        <translation>Wählen Sie einen anderen Namen; es wurde nichts überschrieben.</translation>
    </message>
    <message>
        <source>This file is no VerteScore study.</source>
        <translation>Diese Datei ist keine VerteScore-Studie.</translation>
    </message>
    <message>
        <source>The study file is damaged.</source>
        <translation>Die Studiendatei ist beschädigt.</translation>
    </message>
    <message>
        <source>Leave it as it is and open the newest backup beside it.</source>
        <translation>Lassen Sie sie, wie sie ist, und öffnen Sie die neueste Sicherung daneben.</translation>
    </message>
    <message>
        <source>A newer version of VerteScore wrote this study.</source>
        <translation>Diese Studie stammt von einer neueren Version von VerteScore.</translation>
    </message>
    <message>
        <source>Update this program to open it.</source>
        <translation>Aktualisieren Sie das Programm, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>Another program is writing to the study.</source>
        <translation>Ein anderes Programm schreibt gerade in die Studie.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Warten Sie einen Moment und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The study can be read but not changed.</source>
        <translation>Die Studie lässt sich lesen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>Copy it to a folder in which you may write.</source>
        <translation>Kopieren Sie sie in einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>The study file could not be used.</source>
        <translation>Die Studiendatei konnte nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, look into the log.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, sehen Sie ins Protokoll.</translation>
    </message>
    <message>
        <source>The rules of this study do not allow that.</source>
        <translation>Die Regeln dieser Studie lassen das nicht zu.</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>Das Passwort stimmt nicht.</translation>
    </message>
    <message>
        <source>Try again, or ask the coordinator for a new one.</source>
        <translation>Versuchen Sie es erneut oder bitten Sie den Koordinator um ein neues.</translation>
    </message>
    <message>
        <source>This reading is submitted and locked.</source>
        <translation>Diese Befundung ist abgegeben und gesperrt.</translation>
    </message>
    <message>
        <source>Reopen it with a reason under Submit.</source>
        <translation>Öffnen Sie sie unter «Abgabe» mit einer Begründung wieder.</translation>
    </message>
    <message>
        <source>Some corners are missing.</source>
        <translation>Einige Eckpunkte fehlen.</translation>
    </message>
    <message>
        <source>Place them, or let the network find them.</source>
        <translation>Setzen Sie sie, oder lassen Sie das Netz sie finden.</translation>
    </message>
    <message>
        <source>The landmarks in the file make no sense.</source>
        <translation>Die Landmarken in der Datei ergeben keinen Sinn.</translation>
    </message>
    <message>
        <source>The guides cross, so there is no region border.</source>
        <translation>Die Hilfslinien kreuzen sich, daher gibt es keinen Regionsrand.</translation>
    </message>
    <message>
        <source>Check that the levels are in order.</source>
        <translation>Prüfen Sie die Reihenfolge der Wirbel.</translation>
    </message>
    <message>
        <source>The network&apos;s weights file is not there, so corners cannot be found by themselves.</source>
        <translation>Die Gewichte des Netzes fehlen, daher lassen sich Eckpunkte nicht selbsttätig finden.</translation>
    </message>
    <message>
        <source>Place the corners by hand, or put the weights file back and start again.</source>
        <translation>Setzen Sie die Eckpunkte von Hand, oder legen Sie die Gewichtsdatei zurück und starten Sie neu.</translation>
    </message>
    <message>
        <source>The network&apos;s weights file is damaged.</source>
        <translation>Die Gewichtsdatei des Netzes ist beschädigt.</translation>
    </message>
    <message>
        <source>Get a fresh copy; until then, place the corners by hand.</source>
        <translation>Besorgen Sie eine neue Kopie; setzen Sie die Eckpunkte bis dahin von Hand.</translation>
    </message>
    <message>
        <source>The weights file belongs to another network.</source>
        <translation>Die Gewichtsdatei gehört zu einem anderen Netz.</translation>
    </message>
    <message>
        <source>Get the one that came with this version.</source>
        <translation>Verwenden Sie die Datei, die zu dieser Version gehört.</translation>
    </message>
    <message>
        <source>The graphics processor cannot be used.</source>
        <translation>Der Grafikprozessor lässt sich nicht verwenden.</translation>
    </message>
    <message>
        <source>Start the program with --device cpu.</source>
        <translation>Starten Sie das Programm mit --device cpu.</translation>
    </message>
    <message>
        <source>There is not enough memory for the network.</source>
        <translation>Der Speicher reicht für das Netz nicht aus.</translation>
    </message>
    <message>
        <source>Close other programs and try again; if the graphics processor&apos;s memory is full, start the program with --device cpu.</source>
        <translation>Schließen Sie andere Programme und versuchen Sie es erneut; ist der Speicher des Grafikprozessors voll, starten Sie das Programm mit --device cpu.</translation>
    </message>
    <message>
        <source>The network failed on this scan.</source>
        <translation>Das Netz ist an dieser Aufnahme gescheitert.</translation>
    </message>
    <message>
        <source>Place the corners by hand; the log has the details.</source>
        <translation>Setzen Sie die Eckpunkte von Hand; Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>That is not possible.</source>
        <translation>Das ist nicht möglich.</translation>
    </message>
    <message>
        <source>That is there already.</source>
        <translation>Das gibt es schon.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>Im Programm ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Nothing that was saved is lost. The log has the details.</source>
        <translation>Gespeichertes ist nicht verloren. Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Abgegeben</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Strittig</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Ungültig</translation>
    </message>
    <message>
        <source>No corners yet</source>
        <translation>Noch keine Eckpunkte</translation>
    </message>
    <message>
        <source>Corners by the network</source>
        <translation>Eckpunkte vom Netz</translation>
    </message>
    <message>
        <source>Corners edited</source>
        <translation>Eckpunkte bearbeitet</translation>
    </message>
    <message>
        <source>Corners confirmed</source>
        <translation>Eckpunkte bestätigt</translation>
    </message>
    <message>
        <source>Object in the way</source>
        <translation>Objekt im Weg</translation>
    </message>
    <message>
        <source>Too noisy</source>
        <translation>Zu verrauscht</translation>
    </message>
    <message>
        <source>Not enough of the area</source>
        <translation>Zu wenig der Fläche</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Anterior</source>
        <translation>Vorderwand</translation>
    </message>
    <message>
        <source>Posterior</source>
        <translation>Hinterwand</translation>
    </message>
    <message>
        <source>With guides</source>
        <translation>Mit Hilfslinien</translation>
    </message>
    <message>
        <source>Without guides</source>
        <translation>Ohne Hilfslinien</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Befunder</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Koordinator</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>NHANES: exactly a third is grade 1</source>
        <translation>NHANES: genau ein Drittel ist Grad 1</translation>
    </message>
    <message>
        <source>Kauppila: exactly a third is grade 2</source>
        <translation>Kauppila: genau ein Drittel ist Grad 2</translation>
    </message>
    <message>
        <source>%1, anterior wall</source>
        <translation>%1, Vorderwand</translation>
    </message>
    <message>
        <source>%1, posterior wall</source>
        <translation>%1, Hinterwand</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>up to ⅓ of the wall</source>
        <translation>bis ⅓ der Wand</translation>
    </message>
    <message>
        <source>less than ⅓ of the wall</source>
        <translation>weniger als ⅓ der Wand</translation>
    </message>
    <message>
        <source>more than ⅓, less than ⅔</source>
        <translation>mehr als ⅓, weniger als ⅔</translation>
    </message>
    <message>
        <source>⅓ and more, less than ⅔</source>
        <translation>⅓ und mehr, weniger als ⅔</translation>
    </message>
    <message>
        <source>⅔ and more</source>
        <translation>⅔ und mehr</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>AAC-8, anterior wall</source>
        <translation>AAC-8, Vorderwand</translation>
    </message>
    <message>
        <source>AAC-8, posterior wall</source>
        <translation>AAC-8, Hinterwand</translation>
    </message>
    <message>
        <source>up to one vertebral height in all</source>
        <translation>zusammen bis eine Wirbelhöhe</translation>
    </message>
    <message>
        <source>up to two</source>
        <translation>bis zwei</translation>
    </message>
    <message>
        <source>up to three</source>
        <translation>bis drei</translation>
    </message>
    <message>
        <source>more than three</source>
        <translation>mehr als drei</translation>
    </message>
    <message>
        <source>%1 vert.</source>
        <translation>%1 WH</translation>
    </message>
    <message>
        <source>The archive cannot be reached.</source>
        <translation>Das Archiv ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check host and port, and whether the network is there.</source>
        <translation>Prüfen Sie Rechner und Port, und ob das Netz da ist.</translation>
    </message>
    <message>
        <source>The archive refuses.</source>
        <translation>Das Archiv lehnt ab.</translation>
    </message>
    <message>
        <source>Check both AE titles; the archive must know ours.</source>
        <translation>Prüfen Sie beide AE-Titel; das Archiv muss unseren kennen.</translation>
    </message>
    <message>
        <source>No secure connection can be made.</source>
        <translation>Eine sichere Verbindung kommt nicht zustande.</translation>
    </message>
    <message>
        <source>Check the certificates of both sides.</source>
        <translation>Prüfen Sie die Zertifikate beider Seiten.</translation>
    </message>
    <message>
        <source>The archive does not answer in time.</source>
        <translation>Das Archiv antwortet nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>Try again, or let it have more time.</source>
        <translation>Versuchen Sie es noch einmal, oder lassen Sie ihm mehr Zeit.</translation>
    </message>
    <message>
        <source>The connection to the archive was lost.</source>
        <translation>Die Verbindung zum Archiv ist abgerissen.</translation>
    </message>
    <message>
        <source>Try again: it goes on where it stopped.</source>
        <translation>Versuchen Sie es noch einmal: Es geht dort weiter, wo es aufhörte.</translation>
    </message>
    <message>
        <source>The archive could not do it.</source>
        <translation>Das Archiv konnte es nicht.</translation>
    </message>
    <message>
        <source>No DICOM file: only these can be copied without identity.</source>
        <translation>Keine DICOM-Datei: Nur diese lassen sich ohne Identität kopieren.</translation>
    </message>
    <message>
        <source>It holds no picture; what others write in reports cannot be cleaned.</source>
        <translation>Sie enthält kein Bild; was andere in Berichte schreiben, lässt sich nicht bereinigen.</translation>
    </message>
    <message>
        <source>Full of writing (a page of results): it cannot be cleaned.</source>
        <translation>Voller Schrift (eine Ergebnisseite): Sie lässt sich nicht bereinigen.</translation>
    </message>
    <message>
        <source>Its copy is there already; nothing is written over.</source>
        <translation>Ihre Kopie ist schon da; nichts wird überschrieben.</translation>
    </message>
</context>
<context>
    <name>SayLandmarks</name>
    <message>
        <source>within %1 px nine times in ten</source>
        <translation>in neun von zehn Fällen auf %1 px genau</translation>
    </message>
    <message>
        <source>within %1 px (about %2 mm) nine times in ten</source>
        <translation>in neun von zehn Fällen auf %1 px (etwa %2 mm) genau</translation>
    </message>
    <message>
        <source>imported as a whole pixel</source>
        <translation>als ganzes Pixel eingelesen</translation>
    </message>
    <message>
        <source>superior anterior</source>
        <translation>oben vorn</translation>
    </message>
    <message>
        <source>superior posterior</source>
        <translation>oben hinten</translation>
    </message>
    <message>
        <source>inferior anterior</source>
        <translation>unten vorn</translation>
    </message>
    <message>
        <source>inferior posterior</source>
        <translation>unten hinten</translation>
    </message>
    <message>
        <source>not placed</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>by the network</source>
        <translation>vom Netz</translation>
    </message>
    <message>
        <source>by a person</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>not visible</source>
        <translation>nicht sichtbar</translation>
    </message>
    <message>
        <source>%1, %2 corner</source>
        <translation>%1, Eckpunkt %2</translation>
    </message>
    <message>
        <source>anterior and posterior swapped</source>
        <translation>vorn und hinten vertauscht</translation>
    </message>
    <message>
        <source>top and bottom swapped</source>
        <translation>oben und unten vertauscht</translation>
    </message>
    <message>
        <source>overlaps the vertebra below</source>
        <translation>überlappt den Wirbel darunter</translation>
    </message>
    <message>
        <source>above its upper neighbour</source>
        <translation>liegt über seinem oberen Nachbarn</translation>
    </message>
    <message>
        <source>corners cross or fold in</source>
        <translation>Eckpunkte kreuzen sich oder sind eingefaltet</translation>
    </message>
    <message>
        <source>the network is too unsure</source>
        <translation>das Netz ist zu unsicher</translation>
    </message>
    <message>
        <source>outside the picture</source>
        <translation>außerhalb des Bildes</translation>
    </message>
    <message>
        <source>Pixel Spacing</source>
        <translation>Pixel Spacing</translation>
    </message>
    <message>
        <source>Imager Pixel Spacing</source>
        <translation>Imager Pixel Spacing</translation>
    </message>
    <message>
        <source>Nominal Scanned Pixel Spacing</source>
        <translation>Nominal Scanned Pixel Spacing</translation>
    </message>
    <message>
        <source>exposed area</source>
        <translation>belichteter Fläche</translation>
    </message>
    <message>
        <source>phantom</source>
        <translation>Phantom</translation>
    </message>
</context>
<context>
    <name>SayStudy</name>
    <message>
        <source>as the scans were added</source>
        <translation>wie die Aufnahmen hinzukamen</translation>
    </message>
    <message>
        <source>random, each reader an own one, from seed %1</source>
        <translation>zufällig, für jeden Befunder eine eigene, aus Startzahl %1</translation>
    </message>
    <message>
        <source>random, each reader an own one</source>
        <translation>zufällig, für jeden Befunder eine eigene</translation>
    </message>
    <message>
        <source>the bare scan</source>
        <translation>die bloße Aufnahme</translation>
    </message>
    <message>
        <source>%1, training</source>
        <translation>%1, Übung</translation>
    </message>
    <message>
        <source>%1, session %2</source>
        <translation>%1, Sitzung %2</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Grading</source>
        <translation>Graduierung</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Ways of reading</source>
        <translation>Arten zu befunden</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Synthetic</source>
        <translation>Synthetisch</translation>
    </message>
    <message>
        <source>low below %1, high from %2</source>
        <translation>niedrig unter %1, hoch ab %2</translation>
    </message>
    <message>
        <source>as many as somebody begins</source>
        <translation>so viele, wie jemand beginnt</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before the next one</source>
        <translation>
            <numerusform>%n Tag vor der nächsten</numerusform>
            <numerusform>%n Tage vor der nächsten</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Read at both (%1). The reading here counts; the other one is kept as «%2».</source>
        <translation>An beiden befundet (%1). Es zählt die Befundung von hier; die andere bleibt als «%2» erhalten.</translation>
    </message>
    <message>
        <source>Corners were changed at both. Those here were saved last and hold.</source>
        <translation>Eckpunkte an beiden geändert. Die von hier wurden zuletzt gespeichert und gelten.</translation>
    </message>
    <message>
        <source>Corners were changed at both. Those there were saved last and hold.</source>
        <translation>Eckpunkte an beiden geändert. Die von dort wurden zuletzt gespeichert und gelten.</translation>
    </message>
    <message>
        <source>Added at both. Taken for one person, with the roles from here.</source>
        <translation>An beiden hinzugefügt. Gilt als eine Person, mit den Rollen von hier.</translation>
    </message>
    <message>
        <source>Added at both. The code from here stays; there it was %1.</source>
        <translation>An beiden hinzugefügt. Der Code von hier bleibt; dort war es %1.</translation>
    </message>
    <message>
        <source>A new code, because %1 belongs to another scan here.</source>
        <translation>Ein neuer Code, weil %1 hier zu einer anderen Aufnahme gehört.</translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s)</source>
        <translation>
            <numerusform>%n Befundung</numerusform>
            <numerusform>%n Befundungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keystroke(s)</source>
        <translation>
            <numerusform>%n Tastendruck</numerusform>
            <numerusform>%n Tastendrücke</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) of corners</source>
        <translation>
            <numerusform>%n Fassung von Eckpunkten</numerusform>
            <numerusform>%n Fassungen von Eckpunkten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n Aufnahme</numerusform>
            <numerusform>%n Aufnahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) of the log</source>
        <translation>
            <numerusform>%n Protokolleintrag</numerusform>
            <numerusform>%n Protokolleinträge</numerusform>
        </translation>
    </message>
    <message>
        <source>This is another study: «%1».</source>
        <translation>Das ist eine andere Studie: «%1».</translation>
    </message>
    <message>
        <source>The same study with other rules:</source>
        <translation>Dieselbe Studie mit anderen Regeln:</translation>
    </message>
    <message>
        <source>%1: here %2 – there %3</source>
        <translation>%1: hier %2 – dort %3</translation>
    </message>
    <message>
        <source>Entry %1 of the log does not fit the one before.</source>
        <translation>Eintrag %1 des Protokolls passt nicht zu dem davor.</translation>
    </message>
    <message>
        <source>What came from another workstation was changed: %1.</source>
        <translation>Was von einem anderen Arbeitsplatz kam, wurde verändert: %1.</translation>
    </message>
    <message>
        <source>Changed, added or removed outside the program: %1.</source>
        <translation>Außerhalb des Programms geändert, hinzugefügt oder entfernt: %1.</translation>
    </message>
    <message>
        <source>The file itself is damaged: %1.</source>
        <translation>Die Datei selbst ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>guides, not to be moved</source>
        <translation>Hilfslinien, nicht änderbar</translation>
    </message>
    <message>
        <source>guides, corners may be moved</source>
        <translation>Hilfslinien, Eckpunkte änderbar</translation>
    </message>
</context>
<context>
    <name>SeveralReadersPage</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>  n.d., not defined: %1.</source>
        <translation>  n. d., nicht definiert: %1.</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Total: linear κ of each pair</source>
        <translation>Summe: lineares κ jedes Paares</translation>
    </message>
    <message>
        <source>Linear κ, 95 % Wald interval</source>
        <translation>Lineares κ, 95-%-Wald-Intervall</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Total: ICC(2,1) of each pair</source>
        <translation>Summe: ICC(2,1) jedes Paares</translation>
    </message>
    <message>
        <source>ICC(2,1), 95 % interval</source>
        <translation>ICC(2,1), 95-%-Intervall</translation>
    </message>
    <message>
        <source>Pairs: mean over images of the share of pairs of readers with equal scores. Mean κ: of all pairs, linear weights over the declared scores (Light 1971). α: Krippendorff 2011, ordinal, over images with two readings or more. AC2: Gwet 2014, quadratic weights over the declared scores, t interval; unlike κ it does not fall because one score is rare. W: Kendall, corrected for ties. ICC(2,1): two-way random, absolute agreement, single reading, images that all scored (Shrout &amp; Fleiss 1979). κ of a pair: non-null standard error (Fleiss, Cohen &amp; Everitt 1969), Wald interval, not truncated at 1. Bias and 95 % limits in points, first reader minus second. A level is the sum of its two walls (0–6), the total of its four levels (0–24); a level or total with a missing wall is missing. Categories: low below %1, moderate, high from %2.</source>
        <translation>Paare: Mittel über Bilder des Anteils der Paare von Befundern mit gleichen Punktwerten. Mittleres κ: aller Paare, lineare Gewichte über die möglichen Punktwerte (Light 1971). α: Krippendorff 2011, ordinal, über Bilder mit zwei oder mehr Befundungen. AC2: Gwet 2014, quadratische Gewichte über die möglichen Punktwerte, t-Intervall; anders als κ fällt es nicht, weil ein Punktwert selten ist. W: Kendall, für Bindungen korrigiert. ICC(2,1): zweifach zufällig, absolute Übereinstimmung, einzelne Befundung, Bilder, die alle bewertet haben (Shrout &amp; Fleiss 1979). κ eines Paares: Standardfehler ohne Nullhypothese (Fleiss, Cohen &amp; Everitt 1969), Wald-Intervall, bei 1 nicht gekappt. Abweichung und 95-%-Grenzen in Punkten, erster Befunder minus zweiter. Eine Ebene ist die Summe ihrer beiden Wände (0–6), die Summe die ihrer vier Ebenen (0–24); eine Ebene oder Summe, der eine Wand fehlt, fehlt. Kategorien: gering unter %1, mäßig, hoch ab %2.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Images
read</source>
        <translation>Bilder
befundet</translation>
    </message>
    <message>
        <source>By two
or more</source>
        <translation>Von zwei
oder mehr</translation>
    </message>
    <message>
        <source>By all</source>
        <translation>Von allen</translation>
    </message>
    <message>
        <source>Pairs
equal, %</source>
        <translation>Paare
gleich, %</translation>
    </message>
    <message>
        <source>Mean κ
linear</source>
        <translation>Mittleres κ
linear</translation>
    </message>
    <message>
        <source>α
ordinal</source>
        <translation>α
ordinal</translation>
    </message>
    <message>
        <source>AC2
(95 % CI)</source>
        <translation>AC2
(95-%-KI)</translation>
    </message>
    <message>
        <source>Kendall
W</source>
        <translation>Kendall
W</translation>
    </message>
    <message>
        <source>ICC(2,1)
(95 % CI)</source>
        <translation>ICC(2,1)
(95-%-KI)</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Befunder</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Exact
%</source>
        <translation>Genau
%</translation>
    </message>
    <message>
        <source>Linear κ
(95 % CI)</source>
        <translation>κ linear
(95-%-KI)</translation>
    </message>
    <message>
        <source>Pearson r
(95 % CI)</source>
        <translation>Pearson r
(95-%-KI)</translation>
    </message>
    <message>
        <source>Bias
(limits)</source>
        <translation>Abweichung
(Grenzen)</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>Study: %1</source>
        <translation>Studie: %1</translation>
    </message>
    <message>
        <source>images read:&#xa0;%1</source>
        <translation>befundete Bilder:&#xa0;%1</translation>
    </message>
    <message>
        <source>Agreement of %1 readers</source>
        <translation>Übereinstimmung von %1 Befundern</translation>
    </message>
    <message>
        <source>Table 1.  All readers together</source>
        <translation>Tabelle 1.  Alle Befunder zusammen</translation>
    </message>
    <message>
        <source>Table 2.  Total score, pairs of readers</source>
        <translation>Tabelle 2.  Summe, Paare von Befundern</translation>
    </message>
    <message>
        <source>The first %1 of %2 pairs; all are in the appendix.</source>
        <translation>Die ersten %1 von %2 Paaren; alle stehen im Anhang.</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
</context>
<context>
    <name>TrainingPicture</name>
    <message>
        <source>all</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>heatmap</source>
        <translation>Wärmekarte</translation>
    </message>
    <message>
        <source>centre offsets</source>
        <translation>Abstände der Mitten</translation>
    </message>
    <message>
        <source>corner offsets</source>
        <translation>Abstände der Ecken</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Nothing was measured on held-out scans.</source>
        <translation>Auf zurückgehaltenen Aufnahmen wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>mean error</source>
        <translation>mittlerer Fehler</translation>
    </message>
    <message>
        <source>median error</source>
        <translation>Median des Fehlers</translation>
    </message>
    <message>
        <source>scans with every level right (right axis)</source>
        <translation>Aufnahmen mit allen Höhen richtig (rechte Achse)</translation>
    </message>
    <message>
        <source>Scans, %</source>
        <translation>Aufnahmen, %</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Error, px of 1024 x 512</source>
        <translation>Fehler, Pixel von 1024 x 512</translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>Window: the whole range of values</source>
        <translation>Fenster: ganzer Wertebereich</translation>
    </message>
    <message>
        <source>Window: soft tissue and the aorta</source>
        <translation>Fenster: Weichteile und Aorta</translation>
    </message>
    <message>
        <source>Window: bone</source>
        <translation>Fenster: Knochen</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>Heller</translation>
    </message>
    <message>
        <source>A little brighter</source>
        <translation>Etwas heller</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>Dunkler</translation>
    </message>
    <message>
        <source>A little darker</source>
        <translation>Etwas dunkler</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>Mehr Kontrast</translation>
    </message>
    <message>
        <source>A little more contrast</source>
        <translation>Etwas mehr Kontrast</translation>
    </message>
    <message>
        <source>Less contrast</source>
        <translation>Weniger Kontrast</translation>
    </message>
    <message>
        <source>A little less contrast</source>
        <translation>Etwas weniger Kontrast</translation>
    </message>
</context>
<context>
    <name>WindowTool</name>
    <message>
        <source>Window centre %1, width %2</source>
        <translation>Fenstermitte %1, Breite %2</translation>
    </message>
</context>
<context>
    <name>vertescore::ActionListModel</name>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
</context>
<context>
    <name>vertescore::AdjudicationPage</name>
    <message>
        <source>Only open ones</source>
        <translation>Nur offene</translation>
    </message>
    <message>
        <source>Adjudication</source>
        <translation>Klärung</translation>
    </message>
    <message>
        <source>What readers see differently. Their own readings stay.</source>
        <translation>Was Befunder verschieden sehen. Ihre eigenen Befundungen bleiben.</translation>
    </message>
    <message>
        <source>The readings</source>
        <translation>Die Befundungen</translation>
    </message>
    <message>
        <source>Record the consensus</source>
        <translation>Konsens festhalten</translation>
    </message>
    <message>
        <source>Reason, for example who met</source>
        <translation>Begründung, etwa wer sich beriet</translation>
    </message>
    <message>
        <source>How far apart the readings are</source>
        <translation>Wie weit die Befundungen auseinanderliegen</translation>
    </message>
    <message>
        <source>Any difference</source>
        <translation>Jede Abweichung</translation>
    </message>
    <message>
        <source>More than one grade</source>
        <translation>Mehr als ein Grad</translation>
    </message>
    <message>
        <source>More than two grades</source>
        <translation>Mehr als zwei Grade</translation>
    </message>
    <message>
        <source>A wall that some graded and others found not readable is always listed.</source>
        <translation>Eine Wand, die manche graduierten und andere nicht beurteilbar fanden, steht immer in der Liste.</translation>
    </message>
    <message>
        <source>Reading what was submitted…</source>
        <translation>Abgegebenes wird gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%n wall(s)</source>
        <translation>
            <numerusform>%n Wand</numerusform>
            <numerusform>%n Wände</numerusform>
        </translation>
    </message>
    <message>
        <source>AAC-8, too</source>
        <translation>auch AAC-8</translation>
    </message>
    <message numerus="yes">
        <source>up to %n grade(s) apart</source>
        <translation>
            <numerusform>bis %n Grad Abstand</numerusform>
            <numerusform>bis %n Grade Abstand</numerusform>
        </translation>
    </message>
    <message>
        <source>readable or not</source>
        <translation>beurteilbar oder nicht</translation>
    </message>
    <message>
        <source>graded, not recorded</source>
        <translation>graduiert, nicht festgehalten</translation>
    </message>
    <message>
        <source>No such case among the submitted readings.</source>
        <translation>Kein solcher Fall unter den abgegebenen Befundungen.</translation>
    </message>
    <message>
        <source>All cases of this list are settled.</source>
        <translation>Alle Fälle dieser Liste sind geklärt.</translation>
    </message>
    <message>
        <source>Settled by %1, %2: %3. Recording again adds a revision; this one stays in the log.</source>
        <translation>Geklärt von %1, %2: %3. Erneutes Festhalten fügt eine Fassung hinzu; diese bleibt im Protokoll.</translation>
    </message>
</context>
<context>
    <name>vertescore::AgreementModel</name>
    <message>
        <source>not defined</source>
        <translation>nicht definiert</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Left out: %1 not read by both, %2 not readable</source>
        <translation>Ausgelassen: %1 nicht von beiden befundet, %2 nicht beurteilbar</translation>
    </message>
    <message>
        <source>Not defined: %1</source>
        <translation>Nicht definiert: %1</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa with linear weights, 95 % Wald interval</source>
        <translation>Cohens Kappa mit linearen Gewichten, 95-%-Wald-Intervall</translation>
    </message>
    <message>
        <source>Pearson&apos;s correlation, 95 % interval by Fisher&apos;s z</source>
        <translation>Pearson-Korrelation, 95-%-Intervall nach Fishers z</translation>
    </message>
    <message>
        <source>ICC(2,1): absolute agreement of single readings, 95 % interval</source>
        <translation>ICC(2,1): absolute Übereinstimmung einzelner Befundungen, 95-%-Intervall</translation>
    </message>
    <message>
        <source>Mean difference, and the 95 % limits of agreement</source>
        <translation>Mittlere Differenz und 95-%-Übereinstimmungsgrenzen</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Within 1</source>
        <translation>Bis 1</translation>
    </message>
    <message>
        <source>Kappa, linear</source>
        <translation>Kappa, linear</translation>
    </message>
    <message>
        <source>Pearson</source>
        <translation>Pearson</translation>
    </message>
    <message>
        <source>ICC(2,1)</source>
        <translation>ICC(2,1)</translation>
    </message>
    <message>
        <source>Bias (limits)</source>
        <translation>Abweichung (Grenzen)</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Gwet&apos;s AC2 with quadratic weights, 95 % interval: unlike kappa it does not fall when one score is rare</source>
        <translation>Gwets AC2 mit quadratischen Gewichten, 95-%-Intervall: fällt anders als Kappa nicht, wenn ein Wert selten ist</translation>
    </message>
    <message>
        <source>AC2</source>
        <translation>AC2</translation>
    </message>
    <message>
        <source>%1  (%2, %3)</source>
        <translation>%1  (%2; %3)</translation>
    </message>
</context>
<context>
    <name>vertescore::AgreementPanel</name>
    <message>
        <source>Agreement by unit</source>
        <translation>Übereinstimmung je Einheit</translation>
    </message>
    <message>
        <source>By level, total and category. Choose a row to see its plots.</source>
        <translation>Je Wirbel, gesamt und Kategorie. Wählen Sie eine Zeile, um ihre Abbildungen zu sehen.</translation>
    </message>
    <message>
        <source>Bland–Altman: %1</source>
        <translation>Bland–Altman: %1</translation>
    </message>
    <message>
        <source>Scores of both readers: %1</source>
        <translation>Werte beider Befunder: %1</translation>
    </message>
    <message>
        <source>Click a count to see its cases</source>
        <translation>Auf eine Anzahl klicken zeigt ihre Fälle</translation>
    </message>
</context>
<context>
    <name>vertescore::AppendixCard</name>
    <message>
        <source>Every table of the report</source>
        <translation>Jede Tabelle des Berichts</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Table of the report</source>
        <translation>Tabelle des Berichts</translation>
    </message>
    <message>
        <source>n.d., not defined: %1</source>
        <translation>n. d., nicht definiert: %1</translation>
    </message>
</context>
<context>
    <name>vertescore::ArmsEditor</name>
    <message>
        <source>Add a way of reading</source>
        <translation>Art zu befunden hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What readers see</source>
        <translation>Was Befunder sehen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Name of way %1</source>
        <translation>Name der Art %1</translation>
    </message>
    <message>
        <source>What readers see in way %1</source>
        <translation>Was Befunder in Art %1 sehen</translation>
    </message>
    <message>
        <source>Way %1 is training</source>
        <translation>Art %1 ist Übung</translation>
    </message>
    <message>
        <source>Practice: only scans whose truth is known, which shows after each submitted reading. Counts in no rating.</source>
        <translation>Übung: nur Aufnahmen, deren Wahrheit bekannt ist; sie zeigt sich nach jeder abgegebenen Befundung. Zählt in keiner Auswertung.</translation>
    </message>
    <message>
        <source>Move way %1 up</source>
        <translation>Art %1 nach oben</translation>
    </message>
    <message>
        <source>Remove way %1</source>
        <translation>Art %1 entfernen</translation>
    </message>
    <message>
        <source>Every way of reading needs a name.</source>
        <translation>Jede Art zu befunden braucht einen Namen.</translation>
    </message>
    <message>
        <source>Two ways of reading are called «%1».</source>
        <translation>Zwei Arten zu befunden heißen «%1».</translation>
    </message>
</context>
<context>
    <name>vertescore::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Meldung ausblenden</translation>
    </message>
</context>
<context>
    <name>vertescore::CaseDesk</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>vertescore::CasesCard</name>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
</context>
<context>
    <name>vertescore::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
</context>
<context>
    <name>vertescore::CropPanel</name>
    <message>
        <source>beyond the picture&apos;s edge</source>
        <translation>jenseits des Bildrands</translation>
    </message>
    <message>
        <source>in a region that was not scanned</source>
        <translation>in einem nicht aufgenommenen Bereich</translation>
    </message>
    <message>
        <source>rows %1 to %2, %3</source>
        <translation>Zeilen %1 bis %2, %3</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>%1  (%2 mm)</source>
        <translation>%1  (%2 mm)</translation>
    </message>
    <message>
        <source>unknown: no millimetres</source>
        <translation>unbekannt: keine Millimeter</translation>
    </message>
    <message>
        <source>%1 × %2 mm, from %3</source>
        <translation>%1 × %2 mm, aus %3</translation>
    </message>
    <message>
        <source>Corners are missing. The region needs all corners from T12 to L5 that bound a guide.</source>
        <translation>Es fehlen Eckpunkte. Die Region braucht alle Eckpunkte von T12 bis L5, die eine Hilfslinie begrenzen.</translation>
    </message>
    <message>
        <source>The guides cross each other. Look for swapped or misplaced corners.</source>
        <translation>Die Hilfslinien kreuzen sich. Suchen Sie nach vertauschten oder falsch gesetzten Eckpunkten.</translation>
    </message>
    <message>
        <source>The region cannot be computed from these corners.</source>
        <translation>Aus diesen Eckpunkten lässt sich die Region nicht berechnen.</translation>
    </message>
    <message>
        <source>Outside the field</source>
        <translation>Außerhalb des Bildfelds</translation>
    </message>
    <message>
        <source>Show what was not scanned</source>
        <translation>Nicht aufgenommenen Bereich zeigen</translation>
    </message>
    <message>
        <source>Factor of the region&apos;s depth</source>
        <translation>Faktor der Regionstiefe</translation>
    </message>
    <message>
        <source>How many vertebral widths the region reaches before the spine</source>
        <translation>Wie viele Wirbelbreiten die Region vor die Wirbelsäule reicht</translation>
    </message>
    <message>
        <source>Depth of the region, in vertebral widths</source>
        <translation>Tiefe der Region in Wirbelbreiten</translation>
    </message>
    <message>
        <source>Mean vertebral width</source>
        <translation>Mittlere Wirbelbreite</translation>
    </message>
    <message>
        <source>Depth d</source>
        <translation>Tiefe d</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>Pixelgröße</translation>
    </message>
    <message>
        <source>Cropped</source>
        <translation>Beschnitten</translation>
    </message>
    <message>
        <source>Not cropped</source>
        <translation>Nicht beschnitten</translation>
    </message>
    <message>
        <source>The whole border of the aorta’s region is in the field.</source>
        <translation>Der ganze Rand der Aortenregion liegt im Bildfeld.</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>No scan on the desk</source>
        <translation>Keine Aufnahme geöffnet</translation>
    </message>
</context>
<context>
    <name>vertescore::DeskPage</name>
    <message>
        <source>Find the corners of all scans without any</source>
        <translation>Eckpunkte aller Aufnahmen ohne Eckpunkte finden</translation>
    </message>
    <message>
        <source>Choose a scan in the list</source>
        <translation>Wählen Sie eine Aufnahme in der Liste</translation>
    </message>
    <message>
        <source>No scans yet.
Add files or a folder, or drop them on this window.</source>
        <translation>Noch keine Aufnahmen.
Fügen Sie Dateien oder einen Ordner hinzu, oder ziehen Sie sie auf dieses Fenster.</translation>
    </message>
    <message>
        <source>No scans yet.
The coordinator of the study adds them.</source>
        <translation>Noch keine Aufnahmen.
Der Koordinator der Studie fügt sie hinzu.</translation>
    </message>
</context>
<context>
    <name>vertescore::DeskPlaces</name>
    <message>
        <source>Take the panel out, or put it back</source>
        <translation>Leiste herauslösen oder zurücksetzen</translation>
    </message>
    <message>
        <source>Hide the panel; View shows it again</source>
        <translation>Leiste ausblenden; das Menü Ansicht zeigt sie wieder</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Put all panels back in their places</source>
        <translation>Alle Bereiche an ihren Platz zurück</translation>
    </message>
    <message>
        <source>Show the list of scans</source>
        <translation>Liste der Aufnahmen zeigen</translation>
    </message>
    <message>
        <source>Show the steps</source>
        <translation>Schritte zeigen</translation>
    </message>
</context>
<context>
    <name>vertescore::DetectionStrip</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>noch etwa %n Sekunde</numerusform>
            <numerusform>noch etwa %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Finding the corners: %1 of %2 scans</source>
        <translation>Eckpunkte werden gesucht: %1 von %2 Aufnahmen</translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) have no corners yet.</source>
        <translation>
            <numerusform>%n Aufnahme hat noch keine Eckpunkte.</numerusform>
            <numerusform>%n Aufnahmen haben noch keine Eckpunkte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find them all</source>
        <translation>Alle finden</translation>
    </message>
    <message numerus="yes">
        <source>Corners found in %n scan(s)</source>
        <translation>
            <numerusform>Eckpunkte in %n Aufnahme gefunden</numerusform>
            <numerusform>Eckpunkte in %n Aufnahmen gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n failed</source>
        <translation>
            <numerusform>, %n gescheitert</numerusform>
            <numerusform>, %n gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled: </source>
        <translation>Abgebrochen: </translation>
    </message>
</context>
<context>
    <name>vertescore::GradeCell</name>
    <message>
        <source>grade %1</source>
        <translation>Grad %1</translation>
    </message>
    <message>
        <source>not readable: %1</source>
        <translation>nicht beurteilbar: %1</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>A corner was moved after grading.</source>
        <translation>Ein Eckpunkt wurde nach der Graduierung verschoben.</translation>
    </message>
    <message>
        <source>typed · %1</source>
        <translation>getippt · %1</translation>
    </message>
    <message>
        <source>%1 as measured</source>
        <translation>%1 wie gemessen</translation>
    </message>
    <message>
        <source>chosen by hand, %1 is marked</source>
        <translation>von Hand gewählt, %1 markiert</translation>
    </message>
</context>
<context>
    <name>vertescore::GradingGrid</name>
    <message>
        <source>%1 / 6</source>
        <translation>%1 / 6</translation>
    </message>
    <message>
        <source>%1 / 8</source>
        <translation>%1 / 8</translation>
    </message>
</context>
<context>
    <name>vertescore::ImportStrip</name>
    <message>
        <source>Looking through the files…</source>
        <translation>Dateien werden durchgesehen…</translation>
    </message>
    <message>
        <source>Adding scans: %1 of %2 files</source>
        <translation>Aufnahmen werden hinzugefügt: %1 von %2 Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) added</source>
        <translation>
            <numerusform>%n Aufnahme hinzugefügt</numerusform>
            <numerusform>%n Aufnahmen hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n schon vorhanden</numerusform>
            <numerusform>%n schon vorhanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) skipped</source>
        <translation>
            <numerusform>%n Datei übersprungen</numerusform>
            <numerusform>%n Dateien übersprungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled: </source>
        <translation>Abgebrochen: </translation>
    </message>
</context>
<context>
    <name>vertescore::KeyListPage</name>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten durchsuchen</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>No command chosen</source>
        <translation>Kein Befehl gewählt</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Diese Taste verwenden</translation>
    </message>
    <message>
        <source>All keys as at first</source>
        <translation>Alle Tasten wie zu Beginn</translation>
    </message>
    <message>
        <source>Refused: this key belongs to «%1».</source>
        <translation>Abgelehnt: Diese Taste gehört zu «%1».</translation>
    </message>
    <message>
        <source>Choose a command to give it another key. On the scan itself, dragging moves corners, the wheel zooms, the right button changes the window, and the arrows nudge the chosen corner: a pixel, ten with Shift, a tenth with Ctrl.</source>
        <translation>Wählen Sie einen Befehl, um ihm eine andere Taste zu geben. Auf der Aufnahme verschiebt Ziehen die Eckpunkte, das Rad zoomt, die rechte Maustaste ändert das Fenster, und die Pfeiltasten rücken den gewählten Eckpunkt: um ein Pixel, mit Umschalt um zehn, mit Strg um ein zehntel.</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Wie zu Beginn</translation>
    </message>
    <message>
        <source>This command has no key now.</source>
        <translation>Dieser Befehl hat nun keine Taste.</translation>
    </message>
    <message>
        <source>This is the key from now on.</source>
        <translation>Dies ist ab jetzt die Taste.</translation>
    </message>
</context>
<context>
    <name>vertescore::LandmarkPanel</name>
    <message>
        <source>Vertebrae</source>
        <translation>Wirbel</translation>
    </message>
    <message>
        <source>Confirm the vertebra and go to the next</source>
        <translation>Wirbel bestätigen und zum nächsten</translation>
    </message>
    <message>
        <source>Confirm all corners</source>
        <translation>Alle Eckpunkte bestätigen</translation>
    </message>
    <message>
        <source>All labels one vertebra up</source>
        <translation>Alle Namen einen Wirbel nach oben</translation>
    </message>
    <message>
        <source>All labels one vertebra down</source>
        <translation>Alle Namen einen Wirbel nach unten</translation>
    </message>
    <message>
        <source>Place missing corners</source>
        <translation>Fehlende Eckpunkte setzen</translation>
    </message>
    <message>
        <source>Vertebra back to the network’s</source>
        <translation>Wirbel zurück zum Vorschlag des Netzes</translation>
    </message>
    <message>
        <source>Remove the vertebra’s corners</source>
        <translation>Eckpunkte des Wirbels entfernen</translation>
    </message>
    <message>
        <source>Remove all corners</source>
        <translation>Alle Eckpunkte entfernen</translation>
    </message>
    <message>
        <source>The front is on the other side</source>
        <translation>Vorn ist auf der anderen Seite</translation>
    </message>
    <message>
        <source>Lock the corner</source>
        <translation>Eckpunkt sperren</translation>
    </message>
    <message>
        <source>The corner is not visible</source>
        <translation>Eckpunkt ist nicht sichtbar</translation>
    </message>
    <message>
        <source>Corner back to the network’s</source>
        <translation>Eckpunkt zurück zum Vorschlag des Netzes</translation>
    </message>
    <message>
        <source>Remove the corner</source>
        <translation>Eckpunkt entfernen</translation>
    </message>
    <message>
        <source>%1 of 24 confirmed</source>
        <translation>%1 von 24 bestätigt</translation>
    </message>
    <message>
        <source>No corner is selected</source>
        <translation>Kein Eckpunkt gewählt</translation>
    </message>
    <message>
        <source>Click one on the scan, or walk them with Tab.</source>
        <translation>Klicken Sie einen auf der Aufnahme an, oder gehen Sie mit Tab hindurch.</translation>
    </message>
    <message>
        <source>%1, locked</source>
        <translation>%1, gesperrt</translation>
    </message>
    <message>
        <source>Confirm vertebra</source>
        <translation>Wirbel bestätigen</translation>
    </message>
    <message>
        <source>Confirm all</source>
        <translation>Alle bestätigen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Front of the patient</source>
        <translation>Vorderseite des Patienten</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>The front is on the left</source>
        <translation>Vorn ist links</translation>
    </message>
    <message>
        <source>The front is on the right</source>
        <translation>Vorn ist rechts</translation>
    </message>
    <message>
        <source>There are grades already. Each of them stays with:</source>
        <translation>Es gibt schon Grade. Jeder von ihnen bleibt bei:</translation>
    </message>
    <message>
        <source>its vertebra</source>
        <translation>seinem Wirbel</translation>
    </message>
    <message>
        <source>its label</source>
        <translation>seinem Namen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Vertebra</source>
        <translation>Wirbel</translation>
    </message>
</context>
<context>
    <name>vertescore::LogPage</name>
    <message>
        <source>The program&apos;s log</source>
        <translation>Protokoll des Programms</translation>
    </message>
    <message>
        <source>Nothing was written yet.</source>
        <translation>Noch nichts geschrieben.</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What the program did, and what went wrong. No patient&apos;s name, id or file name is in it, so it can be sent to whoever helps.</source>
        <translation>Was das Programm getan hat und was misslang. Es enthält keinen Patientennamen, keine Kennung und keinen Dateinamen und kann daher weitergegeben werden, wenn Sie Hilfe brauchen.</translation>
    </message>
    <message>
        <source>The log is on the clipboard.</source>
        <translation>Das Protokoll ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>vertescore::MainWindow</name>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) behind the study&apos;s last entry. Everything is recorded all the same, in its order; set the clock right.</source>
        <translation>
            <numerusform>Die Uhr dieses Rechners geht %n Minute hinter dem letzten Eintrag der Studie. Alles wird trotzdem festgehalten, in seiner Reihenfolge; stellen Sie die Uhr richtig.</numerusform>
            <numerusform>Die Uhr dieses Rechners geht %n Minuten hinter dem letzten Eintrag der Studie. Alles wird trotzdem festgehalten, in seiner Reihenfolge; stellen Sie die Uhr richtig.</numerusform>
        </translation>
    </message>
    <message>
        <source>All scans of this list are finished. Well done.</source>
        <translation>Alle Aufnahmen dieser Liste sind fertig. Gut gemacht.</translation>
    </message>
    <message>
        <source>This study can be read but not changed: its file cannot be written.</source>
        <translation>Diese Studie lässt sich lesen, aber nicht ändern: Ihre Datei kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation>Nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Erneut speichern</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>This study is open in another window too. Both save every change at once; what is done there shows here when you come back to this window.</source>
        <translation>Diese Studie ist auch in einem anderen Fenster geöffnet. Beide speichern jede Änderung sofort; was dort geschieht, sehen Sie hier, sobald Sie zu diesem Fenster zurückkehren.</translation>
    </message>
    <message>
        <source>Drop to open this study</source>
        <translation>Loslassen öffnet diese Studie</translation>
    </message>
    <message>
        <source>Drop to add to «%1»</source>
        <translation>Loslassen fügt zu «%1» hinzu</translation>
    </message>
    <message>
        <source>Drop to open in «My scans»</source>
        <translation>Loslassen öffnet in «Meine Aufnahmen»</translation>
    </message>
    <message>
        <source>The study is made.</source>
        <translation>Die Studie ist angelegt.</translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) are in.</source>
        <translation>
            <numerusform>%n Aufnahme ist darin.</numerusform>
            <numerusform>%n Aufnahmen sind darin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will be shown twice.</source>
        <translation>
            <numerusform>%n davon wird zweimal gezeigt.</numerusform>
            <numerusform>%n davon werden zweimal gezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were skipped because they are no scans.</source>
        <translation>
            <numerusform>%n Datei wurde übergangen, weil sie keine Aufnahme ist.</numerusform>
            <numerusform>%n Dateien wurden übergangen, weil sie keine Aufnahmen sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop to see what these files would bring</source>
        <translation>Ablegen, um zu sehen, was diese Dateien bringen</translation>
    </message>
    <message>
        <source>Drop to begin the study with these scans</source>
        <translation>Ablegen, um die Studie mit diesen Aufnahmen zu beginnen</translation>
    </message>
    <message>
        <source>Drop to copy these scans without identity</source>
        <translation>Ablegen, um diese Aufnahmen ohne Identität zu kopieren</translation>
    </message>
    <message>
        <source>Drop to see what landmarks this would bring</source>
        <translation>Ablegen, um zu sehen, welche Eckpunkte das bringt</translation>
    </message>
</context>
<context>
    <name>vertescore::MergeConflictModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Scan or person</source>
        <translation>Aufnahme oder Person</translation>
    </message>
    <message>
        <source>What happened at both, and what becomes of it</source>
        <translation>Was an beiden geschah und was daraus wird</translation>
    </message>
</context>
<context>
    <name>vertescore::MergePage</name>
    <message>
        <source>%1 (counts)</source>
        <translation>%1 (zählt)</translation>
    </message>
    <message>
        <source>Merge copies of the study</source>
        <translation>Kopien der Studie zusammenführen</translation>
    </message>
    <message>
        <source>Readers may work on copies of the study file at other workstations. What was done there comes in here: nothing is lost, nothing comes twice, and every log can still be followed. The files from elsewhere are only read.</source>
        <translation>Befunder können an anderen Arbeitsplätzen mit Kopien der Studiendatei arbeiten. Was dort geschah, kommt hier herein: Nichts geht verloren, nichts kommt doppelt, und jedem Protokoll lässt sich weiter folgen. Die fremden Dateien werden nur gelesen.</translation>
    </message>
    <message>
        <source>Verifying %1…</source>
        <translation>%1 wird geprüft…</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Choose the study files of the other workstations, or drop them here. What each of them would bring is shown first; nothing is changed by that.</source>
        <translation>Wählen Sie die Studiendateien der anderen Arbeitsplätze, oder legen Sie sie hier ab. Zuerst wird gezeigt, was jede brächte; dadurch ändert sich nichts.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Dateien wählen…</translation>
    </message>
    <message>
        <source>Done at both places</source>
        <translation>An beiden Orten getan</translation>
    </message>
    <message>
        <source>What was done at both places</source>
        <translation>Was an beiden Orten getan wurde</translation>
    </message>
    <message>
        <source>Study files of other workstations</source>
        <translation>Studiendateien anderer Arbeitsplätze</translation>
    </message>
    <message>
        <source>Studies (*%1)</source>
        <translation>Studien (*%1)</translation>
    </message>
    <message>
        <source>Not merged.</source>
        <translation>Nicht zusammengeführt.</translation>
    </message>
    <message>
        <source>Not looked at yet.</source>
        <translation>Noch nicht angesehen.</translation>
    </message>
    <message>
        <source>Not taken in. %1</source>
        <translation>Nicht übernommen. %1</translation>
    </message>
    <message>
        <source>Nothing new: all of it is here already.</source>
        <translation>Nichts Neues: Alles ist schon hier.</translation>
    </message>
    <message>
        <source>Will come in: %1.</source>
        <translation>Kommt herein: %1.</translation>
    </message>
    <message>
        <source>Came in: %1.</source>
        <translation>Hereingekommen: %1.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>%1 weglassen</translation>
    </message>
    <message>
        <source>More files…</source>
        <translation>Weitere Dateien…</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n file(s)</source>
        <translation>
            <numerusform>%n Datei zusammenführen</numerusform>
            <numerusform>%n Dateien zusammenführen</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged. The study file is whole; it can be checked on the page «Study».</source>
        <translation>Zusammengeführt. Die Studiendatei ist ganz; prüfen lässt sie sich auf der Seite «Studie».</translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s) made twice: both are kept, one counts</source>
        <translation>
            <numerusform>%n Befundung doppelt: Beide bleiben, eine zählt</numerusform>
            <numerusform>%n Befundungen doppelt: Beide bleiben, eine zählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::NetworkCard</name>
    <message>
        <source>It is lateral: find the corners</source>
        <translation>Sie ist seitlich: Ecken suchen</translation>
    </message>
    <message>
        <source>The file calls this a frontal scan. The network knows lateral ones only; on others it finds vertebrae that are none.</source>
        <translation>Die Datei nennt dies eine frontale Aufnahme. Das Netz kennt nur seitliche; auf anderen findet es Wirbel, die keine sind.</translation>
    </message>
    <message>
        <source>%1, weights %2, on %3</source>
        <translation>%1, Gewichte %2, auf %3</translation>
    </message>
    <message>
        <source>Find the corners</source>
        <translation>Eckpunkte finden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Replace points set by a person too</source>
        <translation>Auch von Hand gesetzte Punkte ersetzen</translation>
    </message>
    <message>
        <source>Progress of the network</source>
        <translation>Fortschritt des Netzes</translation>
    </message>
    <message>
        <source>Find the corners again</source>
        <translation>Eckpunkte erneut finden</translation>
    </message>
    <message>
        <source>No network is installed. Place the points by hand.</source>
        <translation>Es ist kein Netz installiert. Setzen Sie die Punkte von Hand.</translation>
    </message>
    <message>
        <source>Found by %1.</source>
        <translation>Gefunden von %1.</translation>
    </message>
    <message>
        <source>The network places all 24 corners; look at each and correct it.</source>
        <translation>Das Netz setzt alle 24 Eckpunkte; prüfen Sie jeden und berichtigen Sie ihn.</translation>
    </message>
    <message>
        <source>Looking for the vertebrae…</source>
        <translation>Wirbel werden gesucht…</translation>
    </message>
    <message numerus="yes">
        <source>Looking for the vertebrae… about %n second(s) left</source>
        <translation>
            <numerusform>Wirbel werden gesucht… noch etwa %n Sekunde</numerusform>
            <numerusform>Wirbel werden gesucht… noch etwa %n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::NewStudyPage</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Grading</source>
        <translation>&amp;Graduierung</translation>
    </message>
    <message>
        <source>New study</source>
        <translation>Neue Studie</translation>
    </message>
    <message>
        <source>A study is one file: scans, readers, and every reading. Nothing in it is ever overwritten.</source>
        <translation>Eine Studie ist eine Datei: Aufnahmen, Befunder und jede Befundung. Nichts darin wird je überschrieben.</translation>
    </message>
    <message>
        <source>Create study</source>
        <translation>Studie anlegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Where to keep the study</source>
        <translation>Ort der Studiendatei</translation>
    </message>
    <message>
        <source>Studies (*%1)</source>
        <translation>Studien (*%1)</translation>
    </message>
    <message>
        <source>The study needs a name.</source>
        <translation>Die Studie braucht einen Namen.</translation>
    </message>
    <message>
        <source>Choose where to keep the study file.</source>
        <translation>Wählen Sie, wo die Studiendatei liegen soll.</translation>
    </message>
    <message>
        <source>no pause</source>
        <translation>keine Pause</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>None after all</source>
        <translation>Doch keine</translation>
    </message>
    <message>
        <source>Adding scans: %1 of %2</source>
        <translation>Aufnahmen kommen hinzu: %1 von %2</translation>
    </message>
    <message>
        <source>How scans are read</source>
        <translation>Wie befundet wird</translation>
    </message>
    <message>
        <source>Every reader reads every scan in each of these ways, in this order. Two ways, without and with guides, show what the guides change.</source>
        <translation>Jeder Befunder befundet jede Aufnahme auf jede dieser Arten, in dieser Reihenfolge. Zwei Arten, ohne und mit Hilfslinien, zeigen, was die Hilfslinien ändern.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Agreement needs two readers. People and passwords can be added later; Enter goes to the next name.</source>
        <translation>Übereinstimmung braucht zwei Befunder. Personen und Passwörter können später hinzukommen; Enter führt zum nächsten Namen.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Random, each reader and session an own one</source>
        <translation>Zufällig, für jeden Befunder und jede Sitzung eine eigene</translation>
    </message>
    <message>
        <source>As the scans were added</source>
        <translation>Wie die Aufnahmen hinzukamen</translation>
    </message>
    <message>
        <source>drawn anew</source>
        <translation>neu gezogen</translation>
    </message>
    <message>
        <source>High from</source>
        <translation>Hoch ab</translation>
    </message>
    <message>
        <source>Moderate and high from a total of</source>
        <translation>Mäßig und hoch ab einem Gesamtwert von</translation>
    </message>
    <message>
        <source>Only names the totals in lists and reports.</source>
        <translation>Benennt nur die Gesamtwerte in Listen und Berichten.</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>&amp;Reihenfolge</translation>
    </message>
    <message>
        <source>Random orders keep a reader from learning the list.</source>
        <translation>Zufällige Reihenfolgen verhindern, dass ein Befunder die Liste lernt.</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>&amp;Startzahl</translation>
    </message>
    <message>
        <source>Where the orders come from; recorded in any case. A number of your own gives the same orders again, also in copies of the study.</source>
        <translation>Woraus die Reihenfolgen entstehen; wird in jedem Fall festgehalten. Eine eigene Zahl ergibt dieselben Reihenfolgen wieder, auch in Kopien der Studie.</translation>
    </message>
    <message>
        <source>&amp;Sessions in each way of reading</source>
        <translation>Si&amp;tzungen in jeder Art zu befunden</translation>
    </message>
    <message>
        <source>2: everything is read twice, for how well readers agree with themselves.</source>
        <translation>2: Alles wird zweimal befundet, um zu sehen, wie gut Befunder mit sich selbst übereinstimmen.</translation>
    </message>
    <message>
        <source>&amp;Pause between two of them</source>
        <translation>&amp;Pause dazwischen</translation>
    </message>
    <message>
        <source>A reader waits so long before the next way or session; the coordinator may open it earlier, with a reason.</source>
        <translation>So lange wartet ein Befunder vor der nächsten Art oder Sitzung; der Koordinator kann sie mit einer Begründung früher öffnen.</translation>
    </message>
    <message>
        <source>What a wall that is calcified to a third exactly gets.</source>
        <translation>Was eine zu genau einem Drittel verkalkte Wand bekommt.</translation>
    </message>
    <message>
        <source>In every study: each keystroke is saved, submitting locks a reading, opening it again needs a reason, and a log holds who did what.</source>
        <translation>In jeder Studie: Jeder Tastendruck ist gespeichert, Abgeben sperrt eine Befundung, Wiederöffnen braucht eine Begründung, und ein Protokoll hält fest, wer was tat.</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Dateien wählen…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Scans of the study</source>
        <translation>Aufnahmen der Studie</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>&amp;Hidden repeats</source>
        <translation>&amp;Verdeckte Wiederholungen</translation>
    </message>
    <message>
        <source>So many scans, drawn at random, are shown to every reader again under another code, without telling: for how well readers agree with themselves. Later they can be drawn on the page «Study», until reading begins.</source>
        <translation>So viele zufällig gezogene Aufnahmen sieht jeder Befunder unter anderem Code noch einmal, ohne es zu wissen: um zu sehen, wie gut Befunder mit sich selbst übereinstimmen. Später lassen sie sich auf der Seite «Studie» ziehen, bis das Befunden beginnt.</translation>
    </message>
    <message>
        <source>They stay where they are; readers see a code instead of a name. They can be added later, too.</source>
        <translation>Sie bleiben, wo sie sind; Befunder sehen statt eines Namens einen Code. Sie können auch später hinzukommen.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop adding scans</source>
        <translation>Keine weiteren Aufnahmen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n Ordner</numerusform>
            <numerusform>%n Ordner</numerusform>
        </translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>A file of this name is there already. Nothing is overwritten; choose another name.</source>
        <translation>Eine Datei dieses Namens gibt es schon. Nichts wird überschrieben; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Give the file with its folder.</source>
        <translation>Nennen Sie die Datei mit ihrem Ordner.</translation>
    </message>
    <message>
        <source>Repeats are drawn from the scans: choose those, or draw repeats later.</source>
        <translation>Wiederholungen werden aus den Aufnahmen gezogen: Wählen Sie diese, oder ziehen Sie Wiederholungen später.</translation>
    </message>
    <message>
        <source>The second number must be higher than the first.</source>
        <translation>Die zweite Zahl muss größer sein als die erste.</translation>
    </message>
    <message>
        <source>Something is missing above: %1</source>
        <translation>Oben fehlt etwas: %1</translation>
    </message>
    <message>
        <source>Making the study file…</source>
        <translation>Studiendatei wird angelegt…</translation>
    </message>
    <message>
        <source>Ask for AAC-8, too</source>
        <translation>Auch AAC-8 erfragen</translation>
    </message>
    <message>
        <source>A second score of the whole wall in vertebral heights (Schousboe); a reading is submitted with both.</source>
        <translation>Ein zweiter Wert für die ganze Wand in Wirbelhöhen (Schousboe); eine Befundung wird mit beiden abgegeben.</translation>
    </message>
</context>
<context>
    <name>vertescore::Opening</name>
    <message>
        <source>Open study</source>
        <translation>Studie öffnen</translation>
    </message>
    <message>
        <source>Studies (*.vertestudy);;All files (*)</source>
        <translation>Studien (*.vertestudy);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a folder of scans</source>
        <translation>Ordner mit Aufnahmen wählen</translation>
    </message>
    <message>
        <source>Choose scans</source>
        <translation>Aufnahmen wählen</translation>
    </message>
    <message>
        <source>Scans (*.dcm *.dicom *.png *.jpg *.jpeg *.tif *.tiff *.zip DICOMDIR dicomdir);;All files (*)</source>
        <translation>Aufnahmen (*.dcm *.dicom *.png *.jpg *.jpeg *.tif *.tiff *.zip DICOMDIR dicomdir);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>vertescore::Output</name>
    <message>
        <source>The annotated picture is on the clipboard.</source>
        <translation>Das Bild mit Markierungen ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Save annotated picture</source>
        <translation>Bild mit Markierungen speichern</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>Picture written to %1</source>
        <translation>Bild gespeichert: %1</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>An den Drucker gesendet.</translation>
    </message>
</context>
<context>
    <name>vertescore::PeopleCard</name>
    <message>
        <source> · with password</source>
        <translation> · mit Passwort</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Whom to add or change</source>
        <translation>Wer hinzugefügt oder geändert wird</translation>
    </message>
    <message>
        <source>Name of the new person</source>
        <translation>Name der neuen Person</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>New password for %1</source>
        <translation>Neues Passwort für %1</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>Passwort für %1</translation>
    </message>
    <message>
        <source>Password, or empty to sign in without one</source>
        <translation>Passwort, oder leer für Anmeldung ohne</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>Passwort setzen</translation>
    </message>
    <message>
        <source>The password is set; it holds from the next signing in.</source>
        <translation>Das Passwort ist gesetzt; es gilt ab der nächsten Anmeldung.</translation>
    </message>
    <message>
        <source>%1 was added to the study.</source>
        <translation>%1 wurde zur Studie hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>vertescore::PeopleEditor</name>
    <message>
        <source>Grades scans; sees nobody else&apos;s work, no name and no file</source>
        <translation>Graduiert Aufnahmen; sieht niemandes Arbeit sonst, keinen Namen und keine Datei</translation>
    </message>
    <message>
        <source>Places and confirms corners; gives no grades</source>
        <translation>Setzt und bestätigt Eckpunkte; vergibt keine Grade</translation>
    </message>
    <message>
        <source>Adds scans and people, sees all readings, settles and reports</source>
        <translation>Fügt Aufnahmen und Personen hinzu, sieht alle Befundungen, klärt und berichtet</translation>
    </message>
    <message>
        <source>Add a reader</source>
        <translation>Befunder hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password, or empty</source>
        <translation>Passwort, oder leer</translation>
    </message>
    <message>
        <source>Name of a person</source>
        <translation>Name einer Person</translation>
    </message>
    <message>
        <source>Who coordinates</source>
        <translation>Wer koordiniert</translation>
    </message>
    <message>
        <source>Who reads</source>
        <translation>Wer befundet</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>Diese Zeile entfernen</translation>
    </message>
    <message>
        <source>Give %1 a role.</source>
        <translation>Geben Sie %1 eine Rolle.</translation>
    </message>
    <message>
        <source>%1 is there twice. One person may have several roles.</source>
        <translation>%1 steht zweimal da. Eine Person kann mehrere Rollen haben.</translation>
    </message>
    <message>
        <source>A password stands beside no name.</source>
        <translation>Ein Passwort steht neben keinem Namen.</translation>
    </message>
    <message>
        <source>Name a coordinator: who adds scans, sees all readings and reports.</source>
        <translation>Nennen Sie einen Koordinator: wer Aufnahmen hinzufügt, alle Befundungen sieht und berichtet.</translation>
    </message>
</context>
<context>
    <name>vertescore::ProgressModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Befunder</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Befundet</translation>
    </message>
</context>
<context>
    <name>vertescore::ReadingsTable</name>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
</context>
<context>
    <name>vertescore::ExceptionsCard</name>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Each is kept in the log with its reason.</source>
        <translation>Jede steht mit ihrem Grund im Protokoll.</translation>
    </message>
    <message>
        <source>Let a reader begin before the pause is over</source>
        <translation>Einen Befunder vor Ende der Pause beginnen lassen</translation>
    </message>
    <message>
        <source>Ask a reader to look again</source>
        <translation>Einen Befunder bitten, noch einmal hinzusehen</translation>
    </message>
    <message>
        <source>Which exception</source>
        <translation>Welche Ausnahme</translation>
    </message>
    <message>
        <source>Which reader</source>
        <translation>Welcher Befunder</translation>
    </message>
    <message>
        <source>Which way of reading</source>
        <translation>Welche Art zu befunden</translation>
    </message>
    <message>
        <source>Code of the scan, as S0001</source>
        <translation>Code der Aufnahme, etwa S0001</translation>
    </message>
    <message>
        <source>Code of the scan</source>
        <translation>Code der Aufnahme</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal bitten</translation>
    </message>
    <message>
        <source>Let begin</source>
        <translation>Beginnen lassen</translation>
    </message>
    <message>
        <source>%1 is asked to look at %2 again.</source>
        <translation>%1 ist gebeten, %2 noch einmal anzusehen.</translation>
    </message>
    <message>
        <source>%1 may begin now.</source>
        <translation>%1 darf jetzt beginnen.</translation>
    </message>
</context>
<context>
    <name>vertescore::RepeatsCard</name>
    <message>
        <source>Draw at random</source>
        <translation>Zufällig ziehen</translation>
    </message>
    <message>
        <source>Hidden repeats</source>
        <translation>Verdeckte Wiederholungen</translation>
    </message>
    <message>
        <source>How many scans are repeated</source>
        <translation>Wie viele Aufnahmen wiederholt werden</translation>
    </message>
    <message>
        <source>Show which</source>
        <translation>Zeigen, welche</translation>
    </message>
    <message>
        <source>Hide which</source>
        <translation>Verbergen, welche</translation>
    </message>
    <message>
        <source>None. Reading has begun; repeats would change the order now.</source>
        <translation>Keine. Das Befunden hat begonnen; Wiederholungen würden jetzt die Reihenfolge ändern.</translation>
    </message>
    <message>
        <source>None yet. Scans drawn at random are shown to every reader a second time under another code, for how well readers agree with themselves. Draw them before the first reader begins, and before the file is copied.</source>
        <translation>Noch keine. Zufällig gezogene Aufnahmen sieht jeder Befunder unter anderem Code ein zweites Mal, um zu sehen, wie gut Befunder mit sich selbst übereinstimmen. Ziehen Sie sie, bevor der erste Befunder beginnt und bevor die Datei kopiert wird.</translation>
    </message>
    <message>
        <source>None yet. They are drawn from the scans: add those first.</source>
        <translation>Noch keine. Sie werden aus den Aufnahmen gezogen: Fügen Sie diese zuerst hinzu.</translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) are shown to every reader a second time, under another code and later in the list. No reader is told.</source>
        <translation>
            <numerusform>%n Aufnahme sieht jeder Befunder ein zweites Mal, unter anderem Code und später in der Liste. Kein Befunder erfährt es.</numerusform>
            <numerusform>%n Aufnahmen sieht jeder Befunder ein zweites Mal, unter anderem Code und später in der Liste. Kein Befunder erfährt es.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is shown again as %2</source>
        <translation>%1 erscheint noch einmal als %2</translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) were drawn.</source>
        <translation>
            <numerusform>%n Aufnahme wurde gezogen.</numerusform>
            <numerusform>%n Aufnahmen wurden gezogen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::ScanBar</name>
    <message>
        <source>Find corners</source>
        <translation>Eckpunkte finden</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source> · revision %1</source>
        <translation> · Fassung %1</translation>
    </message>
</context>
<context>
    <name>vertescore::ScanDocument</name>
    <message>
        <source>Move a corner of %1</source>
        <translation>Eckpunkt von %1 verschieben</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Move the spine</source>
        <translation>Wirbelsäule verschieben</translation>
    </message>
    <message>
        <source>Confirm %1</source>
        <translation>%1 bestätigen</translation>
    </message>
    <message>
        <source>Confirm all points</source>
        <translation>Alle Punkte bestätigen</translation>
    </message>
    <message>
        <source>Mark a corner of %1 as not visible</source>
        <translation>Eckpunkt von %1 als nicht sichtbar kennzeichnen</translation>
    </message>
    <message>
        <source>Mark a corner of %1 as visible</source>
        <translation>Eckpunkt von %1 als sichtbar kennzeichnen</translation>
    </message>
    <message>
        <source>Lock a corner of %1</source>
        <translation>Eckpunkt von %1 sperren</translation>
    </message>
    <message>
        <source>Unlock a corner of %1</source>
        <translation>Eckpunkt von %1 entsperren</translation>
    </message>
    <message>
        <source>Clear a corner of %1</source>
        <translation>Eckpunkt von %1 entfernen</translation>
    </message>
    <message>
        <source>Clear %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Clear all points</source>
        <translation>Alle Punkte entfernen</translation>
    </message>
    <message>
        <source>Restore a corner of %1</source>
        <translation>Eckpunkt von %1 wiederherstellen</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>Shift the labels down</source>
        <translation>Namen nach unten schieben</translation>
    </message>
    <message>
        <source>Shift the labels up</source>
        <translation>Namen nach oben schieben</translation>
    </message>
    <message>
        <source>Change the anterior side</source>
        <translation>Vordere Seite wechseln</translation>
    </message>
    <message>
        <source>Run the network</source>
        <translation>Netz ausführen</translation>
    </message>
    <message>
        <source>Grade %1 anterior</source>
        <translation>%1 Vorderwand graduieren</translation>
    </message>
    <message>
        <source>Grade %1 posterior</source>
        <translation>%1 Hinterwand graduieren</translation>
    </message>
    <message>
        <source>Clear all grades</source>
        <translation>Alle Grade entfernen</translation>
    </message>
    <message>
        <source>Keep the grades</source>
        <translation>Grade beibehalten</translation>
    </message>
    <message>
        <source>Grade AAC-8 anterior</source>
        <translation>AAC-8 vorn graduieren</translation>
    </message>
    <message>
        <source>Grade AAC-8 posterior</source>
        <translation>AAC-8 hinten graduieren</translation>
    </message>
    <message>
        <source>Take the measured grade</source>
        <translation>Gemessenen Grad übernehmen</translation>
    </message>
    <message>
        <source>Mark calcification</source>
        <translation>Verkalkung markieren</translation>
    </message>
    <message>
        <source>Wipe marks</source>
        <translation>Markierung wegwischen</translation>
    </message>
    <message>
        <source>Measure the marks again</source>
        <translation>Markierungen neu messen</translation>
    </message>
    <message>
        <source>Import landmarks</source>
        <translation>Eckpunkte importieren</translation>
    </message>
</context>
<context>
    <name>vertescore::ScanView</name>
    <message>
        <source>Scan</source>
        <translation>Aufnahme</translation>
    </message>
</context>
<context>
    <name>vertescore::ScorePanel</name>
    <message>
        <source>A corner was moved after grading. Look at the marked cells again.</source>
        <translation>Ein Eckpunkt wurde nach der Graduierung verschoben. Sehen Sie die markierten Felder erneut an.</translation>
    </message>
    <message>
        <source>The grades still hold</source>
        <translation>Die Grade gelten weiter</translation>
    </message>
    <message>
        <source>not readable…</source>
        <translation>nicht beurteilbar…</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>No scan on the desk</source>
        <translation>Keine Aufnahme geöffnet</translation>
    </message>
    <message>
        <source>%1 of 24</source>
        <translation>%1 von 24</translation>
    </message>
    <message>
        <source>– of 24</source>
        <translation>– von 24</translation>
    </message>
    <message>
        <source>Affected: %1 of 4 segments, %2 of 8 walls</source>
        <translation>Betroffen: %1 von 4 Segmenten, %2 von 8 Wänden</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) still blank</source>
        <translation>
            <numerusform>%n Feld noch leer</numerusform>
            <numerusform>%n Felder noch leer</numerusform>
        </translation>
    </message>
    <message>
        <source>No total: a cell is not readable</source>
        <translation>Kein Gesamtwert: ein Feld ist nicht beurteilbar</translation>
    </message>
    <message>
        <source>This study can be read but not changed.</source>
        <translation>Diese Studie lässt sich lesen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>This reading is locked. Under Submit it can be opened again, with a reason.</source>
        <translation>Diese Befundung ist gesperrt. Unter «Abgabe» lässt sie sich mit einer Begründung wieder öffnen.</translation>
    </message>
    <message>
        <source>Grades and their keys</source>
        <translation>Grade und ihre Tasten</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Neu messen</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>As measured</source>
        <translation>Wie gemessen</translation>
    </message>
    <message>
        <source>Drag along the lit wall where it is calcified; Shift wipes. Grades follow; what you type beats them.</source>
        <translation>Entlang der hellen Wand ziehen, wo sie verkalkt ist; Umschalt wischt weg. Die Grade folgen; was Sie tippen, geht vor.</translation>
    </message>
    <message>
        <source>AAC-8: %1 of 8</source>
        <translation>AAC-8: %1 von 8</translation>
    </message>
    <message>
        <source>AAC-8: – of 8</source>
        <translation>AAC-8: – von 8</translation>
    </message>
</context>
<context>
    <name>vertescore::SegmentBars</name>
    <message>
        <source>Share outside the field by segment</source>
        <translation>Anteil außerhalb des Bildfelds je Segment</translation>
    </message>
</context>
<context>
    <name>vertescore::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Open the window in this language</source>
        <translation>Fenster in dieser Sprache öffnen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>The reading desk stays dark and neutral grey in every theme. The size of the letters is the system&apos;s.</source>
        <translation>Der Befundplatz bleibt immer dunkel und neutral grau. Die Schriftgröße ist die des Systems.</translation>
    </message>
    <message>
        <source>Put all panels back in their places</source>
        <translation>Alle Bereiche an ihren Platz zurück</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>«My scans», the demo study, settings and log are kept here. Studies lie where you put them; scans stay where they are and are never changed.</source>
        <translation>Hier liegen «Meine Aufnahmen», die Demo-Studie, Einstellungen und Protokoll. Studien liegen, wo Sie sie ablegen; Aufnahmen bleiben, wo sie sind, und werden nie verändert.</translation>
    </message>
    <message>
        <source>The network that comes with this program was trained on drawn phantoms alone; no real scan was used. Look at every corner before you rely on it.</source>
        <translation>Das mitgelieferte Netz wurde nur an gezeichneten Phantomen trainiert, ohne eine einzige echte Aufnahme. Prüfen Sie jeden Eckpunkt, bevor Sie sich darauf verlassen.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>vertescore::SignInPage</name>
    <message>
        <source>Grade the calcification of the abdominal aorta on lateral spine scans, with guides that show where each lumbar segment begins and ends.</source>
        <translation>Graduieren Sie die Verkalkung der Bauchaorta auf seitlichen Wirbelsäulenaufnahmen, mit Hilfslinien, die zeigen, wo jedes lumbale Segment beginnt und endet.</translation>
    </message>
    <message>
        <source>1  Landmarks</source>
        <translation>1  Landmarken</translation>
    </message>
    <message>
        <source>A network finds the corners of T12 to L5. You look, drag what is off, and confirm.</source>
        <translation>Ein Netz findet die Eckpunkte von T12 bis L5. Sie prüfen, ziehen zurecht und bestätigen.</translation>
    </message>
    <message>
        <source>2  Crop</source>
        <translation>2  Beschnitt</translation>
    </message>
    <message>
        <source>See how much of the aorta&apos;s region the scan cut off, live as corners move.</source>
        <translation>Sie sehen sofort, wie viel der Aortenregion die Aufnahme abschneidet.</translation>
    </message>
    <message>
        <source>3  Score</source>
        <translation>3  Graduierung</translation>
    </message>
    <message>
        <source>Grade eight wall segments with the keys 0 to 3; the wall in question lights up.</source>
        <translation>Acht Wandsegmente mit den Tasten 0 bis 3; die gefragte Wand leuchtet auf.</translation>
    </message>
    <message>
        <source>4  Submit</source>
        <translation>4  Abgabe</translation>
    </message>
    <message>
        <source>Lock the reading and go on. Every keystroke is saved as you make it.</source>
        <translation>Befundung sperren und weiter. Jeder Tastendruck ist sofort gespeichert.</translation>
    </message>
    <message>
        <source>Then: agreement</source>
        <translation>Danach: Übereinstimmung</translation>
    </message>
    <message>
        <source>Coordinators see how well two readers agree, with intervals and plots.</source>
        <translation>Koordinatoren sehen, wie gut zwei Befunder übereinstimmen, mit Intervallen und Abbildungen.</translation>
    </message>
    <message>
        <source>Synthetic: phantoms and simulated readers, no patients. Try anything.</source>
        <translation>Synthetisch: Phantome und simulierte Befunder, keine Patienten. Probieren Sie alles aus.</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Drawing the scans of the demo study. This happens once and takes a few seconds.</source>
        <translation>Die Aufnahmen der Demo-Studie werden gezeichnet. Das geschieht einmal und dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>Open the demo study</source>
        <translation>Demo-Studie öffnen</translation>
    </message>
    <message>
        <source>No study is open</source>
        <translation>Keine Studie geöffnet</translation>
    </message>
    <message>
        <source>Who is reading?</source>
        <translation>Wer befundet?</translation>
    </message>
    <message>
        <source>Open a study below, or drop scans into this window.</source>
        <translation>Öffnen Sie unten eine Studie, oder ziehen Sie Aufnahmen in dieses Fenster.</translation>
    </message>
    <message>
        <source>Read and grade scans</source>
        <translation>Aufnahmen befunden und graduieren</translation>
    </message>
    <message>
        <source>Check corners only</source>
        <translation>Nur Eckpunkte prüfen</translation>
    </message>
    <message>
        <source>Demo study</source>
        <translation>Demo-Studie</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Read and grade: %1</source>
        <translation>Befunden: %1</translation>
    </message>
    <message>
        <source>Checking the password…</source>
        <translation>Passwort wird geprüft…</translation>
    </message>
    <message>
        <source>Coordinate the study</source>
        <translation>Studie koordinieren</translation>
    </message>
</context>
<context>
    <name>vertescore::StatusLine</name>
    <message>
        <source>from the file&apos;s pixel spacing</source>
        <translation>aus dem Pixelabstand der Datei</translation>
    </message>
    <message>
        <source>from the imager&apos;s pixel spacing</source>
        <translation>aus dem Pixelabstand des Detektors</translation>
    </message>
    <message>
        <source>from the nominal scanned spacing</source>
        <translation>aus dem nominellen Scanabstand</translation>
    </message>
    <message>
        <source>from the exposed area</source>
        <translation>aus der belichteten Fläche</translation>
    </message>
    <message>
        <source>from the phantom</source>
        <translation>vom Phantom</translation>
    </message>
    <message>
        <source>x %1  y %2    stored %3    value %4    grey %5</source>
        <translation>x %1  y %2    gespeichert %3    Wert %4    Grau %5</translation>
    </message>
    <message>
        <source>    %1, %2 mm (%3)</source>
        <translation>    %1; %2 mm (%3)</translation>
    </message>
    <message>
        <source>Finding the corners</source>
        <translation>Eckpunkte werden gesucht</translation>
    </message>
    <message>
        <source>Stop finding the corners</source>
        <translation>Suche der Eckpunkte abbrechen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Zoom: screen pixels per scan pixel</source>
        <translation>Zoom: Bildschirmpixel je Bildpixel</translation>
    </message>
    <message>
        <source>C %1  W %2</source>
        <translation>M %1  B %2</translation>
    </message>
    <message>
        <source>  inverted</source>
        <translation>  umgekehrt</translation>
    </message>
    <message>
        <source>Window: centre and width</source>
        <translation>Fenster: Mitte und Breite</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Speichert…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>vertescore::StepPanel</name>
    <message>
        <source>Landmarks</source>
        <translation>Landmarken</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Beschnitt</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Graduierung</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Abgabe</translation>
    </message>
</context>
<context>
    <name>vertescore::StudyAgreementPage</name>
    <message>
        <source>Synthetic: phantoms and simulated readers</source>
        <translation>Synthetisch: Phantome und simulierte Befunder</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Befunder</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>Export agreement</source>
        <translation>Übereinstimmung exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Nothing to compare yet: two readers must have submitted readings of the same scans in the same way. The page «Study» shows how far each of them is.</source>
        <translation>Noch nichts zu vergleichen: Zwei Befunder müssen Befundungen derselben Aufnahmen auf dieselbe Art abgegeben haben. Die Seite «Studie» zeigt, wie weit jeder von ihnen ist.</translation>
    </message>
    <message>
        <source>The report page is on the clipboard, as a picture and as a table.</source>
        <translation>Die Berichtsseite ist in der Zwischenablage, als Bild und als Tabelle.</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s), %1: %2 gave %3, %4 gave %5</source>
        <translation>
            <numerusform>%n Fall, %1: %2 gab %3, %4 gab %5</numerusform>
            <numerusform>%n Fälle, %1: %2 gab %3, %4 gab %5</numerusform>
        </translation>
    </message>
    <message>
        <source>Scripts…</source>
        <translation>Skripte…</translation>
    </message>
    <message>
        <source>Folder for the readings, the report&apos;s numbers, and scripts that recompute them</source>
        <translation>Ordner für die Befundungen, die Zahlen des Berichts und Skripte, die sie nachrechnen</translation>
    </message>
</context>
<context>
    <name>vertescore::StudyPage</name>
    <message numerus="yes">
        <source>The clock had been set back %n time(s); every entry is there, in order.</source>
        <translation>
            <numerusform>Die Uhr war %n Mal zurückgestellt worden; jeder Eintrag ist da, in seiner Reihenfolge.</numerusform>
            <numerusform>Die Uhr war %n Mal zurückgestellt worden; jeder Eintrag ist da, in seiner Reihenfolge.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ratings written to %1, marked stretches to %2</source>
        <translation>Werte gespeichert: %1, markierte Strecken: %2</translation>
    </message>
    <message>
        <source>You are signed in as a reader. Progress of others, agreement and people are for the coordinator, so that no reader sees another&apos;s scores.</source>
        <translation>Sie sind als Befunder angemeldet. Fortschritt der anderen, Übereinstimmung und Personen sind Sache des Koordinators, damit kein Befunder die Werte eines anderen sieht.</translation>
    </message>
    <message>
        <source>Synthetic: phantoms and simulated readers</source>
        <translation>Synthetisch: Phantome und simulierte Befunder</translation>
    </message>
    <message>
        <source>Add scans…</source>
        <translation>Aufnahmen hinzufügen…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Progress of the readers</source>
        <translation>Fortschritt der Befunder</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>Datei prüfen</translation>
    </message>
    <message>
        <source>The whole file against its log: nothing changed, removed or added behind the program&apos;s back</source>
        <translation>Die ganze Datei gegen ihr Protokoll: nichts am Programm vorbei geändert, entfernt oder hinzugefügt</translation>
    </message>
    <message>
        <source>Export ratings (CSV)…</source>
        <translation>Werte exportieren (CSV)…</translation>
    </message>
    <message>
        <source>No study is open</source>
        <translation>Keine Studie geöffnet</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Aufnahmen</translation>
    </message>
    <message numerus="yes">
        <source>The study file is sound: %n log entries, chain unbroken.</source>
        <translation>
            <numerusform>Die Studiendatei ist in Ordnung: %n Protokolleintrag, Kette lückenlos.</numerusform>
            <numerusform>Die Studiendatei ist in Ordnung: %n Protokolleinträge, Kette lückenlos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export ratings</source>
        <translation>Werte exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Ratings written to %1</source>
        <translation>Werte gespeichert: %1</translation>
    </message>
    <message>
        <source>Open the agreement report</source>
        <translation>Bericht zur Übereinstimmung öffnen</translation>
    </message>
    <message>
        <source>Next: add the scans. They stay where they are; the study remembers their places and shows readers a code instead of a name.</source>
        <translation>Als Nächstes: Fügen Sie die Aufnahmen hinzu. Sie bleiben, wo sie sind; die Studie merkt sich ihren Ort und zeigt Befundern statt eines Namens einen Code.</translation>
    </message>
    <message>
        <source>Next: add the readers under «People». Agreement needs at least two.</source>
        <translation>Als Nächstes: Fügen Sie unter «Personen» die Befunder hinzu. Übereinstimmung braucht mindestens zwei.</translation>
    </message>
    <message>
        <source>Next: the readers sign in on the first page, here or with a copy of this file, and read. Agreement shows when two of them have submitted readings.</source>
        <translation>Als Nächstes: Die Befunder melden sich auf der ersten Seite an, hier oder mit einer Kopie dieser Datei, und befunden. Die Übereinstimmung erscheint, sobald zwei von ihnen Befundungen abgegeben haben.</translation>
    </message>
    <message numerus="yes">
        <source>%n readers have submitted all scans of a list.</source>
        <translation>
            <numerusform>%n Befunder hat alle Aufnahmen einer Liste abgegeben.</numerusform>
            <numerusform>%n Befunder haben alle Aufnahmen einer Liste abgegeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Adjudication</source>
        <translation>Klärung</translation>
    </message>
    <message>
        <source>Settle what readers see differently…</source>
        <translation>Klären, was Befunder verschieden sehen…</translation>
    </message>
    <message>
        <source>Other workstations</source>
        <translation>Andere Arbeitsplätze</translation>
    </message>
    <message>
        <source>Readers elsewhere work on a copy of this file. Make the copies once scans, people and hidden repeats are in; what was done on them comes back together here, as often as you like.</source>
        <translation>Befunder anderswo arbeiten mit einer Kopie dieser Datei. Machen Sie die Kopien, sobald Aufnahmen, Personen und verdeckte Wiederholungen darin sind; was darin geschah, kommt hier wieder zusammen, so oft Sie wollen.</translation>
    </message>
    <message>
        <source>Merge copies…</source>
        <translation>Kopien zusammenführen…</translation>
    </message>
    <message>
        <source>No wall on which submitted readings differ by more than one grade.</source>
        <translation>Keine Wand, an der abgegebene Befundungen um mehr als einen Grad abweichen.</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) on which readers differ by more than one grade.</source>
        <translation>
            <numerusform>%n Fall, in dem Befunder um mehr als einen Grad abweichen.</numerusform>
            <numerusform>%n Fälle, in denen Befunder um mehr als einen Grad abweichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, and %2 hidden repeats</source>
        <translation>%1, und %2 verdeckte Wiederholungen</translation>
    </message>
    <message>
        <source>The study file is not as it was written. %1 Leave it as it is and open the newest backup beside it.</source>
        <translation>Die Studiendatei ist nicht so, wie sie geschrieben wurde. %1 Lassen Sie sie, wie sie ist, und öffnen Sie die neueste Sicherung daneben.</translation>
    </message>
    <message numerus="yes">
        <source>So are %n entries of other workstations.</source>
        <translation>
            <numerusform>Ebenso %n Eintrag anderer Arbeitsplätze.</numerusform>
            <numerusform>Ebenso %n Einträge anderer Arbeitsplätze.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n case(s) on which readers differ by more than one grade are settled.</source>
        <translation>
            <numerusform>%n Fall mit mehr als einem Grad Abweichung, geklärt.</numerusform>
            <numerusform>%n Fälle mit mehr als einem Grad Abweichung, alle geklärt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::SubmitPanel</name>
    <message>
        <source>Submitted and locked</source>
        <translation>Abgegeben und gesperrt</translation>
    </message>
    <message>
        <source>Marked as invalid</source>
        <translation>Als ungültig gekennzeichnet</translation>
    </message>
    <message>
        <source>Please look again</source>
        <translation>Bitte erneut ansehen</translation>
    </message>
    <message>
        <source>Ready to submit?</source>
        <translation>Bereit zur Abgabe?</translation>
    </message>
    <message>
        <source>Go to the first blank cell</source>
        <translation>Zum ersten leeren Feld</translation>
    </message>
    <message>
        <source>Submit and go on</source>
        <translation>Abgeben und weiter</translation>
    </message>
    <message>
        <source>Next unfinished scan</source>
        <translation>Nächste offene Aufnahme</translation>
    </message>
    <message>
        <source>This scan cannot be read…</source>
        <translation>Aufnahme ist nicht beurteilbar…</translation>
    </message>
    <message>
        <source>Open again to correct…</source>
        <translation>Zum Berichtigen wieder öffnen…</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Why is the reading opened again? The reason is kept with it.</source>
        <translation>Warum wird die Befundung wieder geöffnet? Die Begründung bleibt bei ihr.</translation>
    </message>
    <message>
        <source>Why can this scan not be read? The reading is locked with this reason.</source>
        <translation>Warum ist diese Aufnahme nicht beurteilbar? Die Befundung wird mit dieser Begründung gesperrt.</translation>
    </message>
    <message>
        <source>No scan on the desk</source>
        <translation>Keine Aufnahme geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) still blank. A blank cell is not a zero.</source>
        <translation>
            <numerusform>%n Feld noch leer. Ein leeres Feld ist keine Null.</numerusform>
            <numerusform>%n Felder noch leer. Ein leeres Feld ist keine Null.</numerusform>
        </translation>
    </message>
    <message>
        <source>A corner was moved after grading; look at the marked cells again.</source>
        <translation>Ein Eckpunkt wurde nach der Graduierung verschoben; sehen Sie die markierten Felder erneut an.</translation>
    </message>
    <message>
        <source>%1 of 24  ·  %2</source>
        <translation>%1 von 24  ·  %2</translation>
    </message>
    <message>
        <source>no total</source>
        <translation>kein Gesamtwert</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message numerus="yes">
        <source>%n wall(s) graded otherwise than they are</source>
        <translation>
            <numerusform>%n Wand anders graduiert, als sie ist</numerusform>
            <numerusform>%n Wände anders graduiert, als sie sind</numerusform>
        </translation>
    </message>
    <message>
        <source>All walls as they are</source>
        <translation>Alle Wände, wie sie sind</translation>
    </message>
    <message>
        <source>AAC-8: %1 of 8</source>
        <translation>AAC-8: %1 von 8</translation>
    </message>
    <message>
        <source>AAC-8: – of 8</source>
        <translation>AAC-8: – von 8</translation>
    </message>
</context>
<context>
    <name>vertescore::TopBar</name>
    <message>
        <source>Synthetic</source>
        <translation>Synthetisch</translation>
    </message>
    <message>
        <source>VerteScore</source>
        <translation>VerteScore</translation>
    </message>
    <message>
        <source>This study is made of phantoms and simulated readers; no patient was scanned.</source>
        <translation>Diese Studie besteht aus Phantomen und simulierten Befundern; kein Patient wurde aufgenommen.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Scan</source>
        <translation>&amp;Aufnahme</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>Landmarken</translation>
    </message>
    <message>
        <source>Grading</source>
        <translation>Graduierung</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Greys</source>
        <translation>Graustufen</translation>
    </message>
</context>
<context>
    <name>vertescore::TrainingCard</name>
    <message>
        <source>Training</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Say what is right…</source>
        <translation>Sagen, was richtig ist…</translation>
    </message>
    <message>
        <source>No scan has a truth yet, so there is nothing to train on.</source>
        <translation>Noch keine Aufnahme hat eine Wahrheit; es gibt noch nichts zum Üben.</translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) have a truth. Readers train on these; each shows what is right after submitting.</source>
        <translation>
            <numerusform>%n Aufnahme hat eine Wahrheit. An ihr üben Befunder; nach dem Abgeben zeigt sie, was richtig ist.</numerusform>
            <numerusform>%n Aufnahmen haben eine Wahrheit. An ihnen üben Befunder; nach dem Abgeben zeigt jede, was richtig ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Truths from a file…</source>
        <translation>Wahrheiten aus einer Datei…</translation>
    </message>
    <message>
        <source>A ratings CSV in which each scan stands once, by its code</source>
        <translation>Eine CSV-Datei mit Werten, in der jede Aufnahme einmal steht, mit ihrem Kürzel</translation>
    </message>
    <message>
        <source>What the file says</source>
        <translation>Was in der Datei steht</translation>
    </message>
    <message>
        <source>Reason: where it comes from</source>
        <translation>Begründung: woher sie stammt</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Truths from a file</source>
        <translation>Wahrheiten aus einer Datei</translation>
    </message>
    <message>
        <source>CSV (*.csv);;All files (*)</source>
        <translation>CSV (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%1: the truth of %n scan(s).</source>
        <translation>
            <numerusform>%1: die Wahrheit von %n Aufnahme.</numerusform>
            <numerusform>%1: die Wahrheit von %n Aufnahmen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n thing(s) are wrong. Nothing is recorded until the file is right.</source>
        <translation>
            <numerusform>%1: %n Sache ist falsch. Nichts wird festgehalten, bis die Datei stimmt.</numerusform>
            <numerusform>%1: %n Sachen sind falsch. Nichts wird festgehalten, bis die Datei stimmt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them had one, which stays in the log.</source>
        <translation>
            <numerusform>%n davon hatte schon eine; sie bleibt im Protokoll.</numerusform>
            <numerusform>%n davon hatten schon eine; sie bleiben im Protokoll.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record %n truth(s)</source>
        <translation>
            <numerusform>%n Wahrheit festhalten</numerusform>
            <numerusform>%n Wahrheiten festhalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The truth of %n scan(s) is recorded.</source>
        <translation>
            <numerusform>Die Wahrheit von %n Aufnahme ist festgehalten.</numerusform>
            <numerusform>Die Wahrheit von %n Aufnahmen ist festgehalten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::TruthPage</name>
    <message>
        <source>Truth for training</source>
        <translation>Wahrheit für das Üben</translation>
    </message>
    <message>
        <source>Training lists the scans that have a truth, and shows it after each submitted reading.</source>
        <translation>Die Übung zeigt Aufnahmen, die eine Wahrheit haben, und diese nach jeder abgegebenen Befundung.</translation>
    </message>
    <message>
        <source>What the panel agreed on</source>
        <translation>Worauf sich die Klärung einigte</translation>
    </message>
    <message>
        <source>Record the truth</source>
        <translation>Wahrheit festhalten</translation>
    </message>
    <message>
        <source>Reason: where it comes from</source>
        <translation>Begründung: woher sie stammt</translation>
    </message>
    <message>
        <source>No truth yet</source>
        <translation>Noch keine Wahrheit</translation>
    </message>
    <message>
        <source>%1 of 24</source>
        <translation>%1 von 24</translation>
    </message>
    <message>
        <source>known, without a total</source>
        <translation>bekannt, ohne Gesamtwert</translation>
    </message>
    <message>
        <source>graded, not recorded</source>
        <translation>graduiert, nicht festgehalten</translation>
    </message>
    <message>
        <source>The study has no scans yet.</source>
        <translation>Die Studie hat noch keine Aufnahmen.</translation>
    </message>
    <message>
        <source>Every scan has a truth.</source>
        <translation>Jede Aufnahme hat eine Wahrheit.</translation>
    </message>
    <message>
        <source>This scan has a truth. Recording again adds another one, which then holds.</source>
        <translation>Diese Aufnahme hat eine Wahrheit. Erneutes Festhalten fügt eine hinzu, die dann gilt.</translation>
    </message>
</context>
<context>
    <name>vertescore::VertebraModel</name>
    <message>
        <source>confidence %1 percent</source>
        <translation>Sicherheit %1 Prozent</translation>
    </message>
    <message>
        <source>not placed: %1</source>
        <translation>nicht gesetzt: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a count of corners, what they are</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>vertescore::ViewCommands</name>
    <message>
        <source>Keep the window for the next scans</source>
        <translation>Fenster für die nächsten Aufnahmen behalten</translation>
    </message>
    <message>
        <source>Hide all marks while the key is held</source>
        <translation>Alle Markierungen ausblenden, solange die Taste gedrückt ist</translation>
    </message>
</context>
<context>
    <name>vertescore::WorkStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What did not work</source>
        <translation>Was nicht gelang</translation>
    </message>
</context>
<context>
    <name>vertescore::WorklistDelegate</name>
    <message>
        <source> · moved since</source>
        <translation> · seither verschoben</translation>
    </message>
</context>
<context>
    <name>vertescore::WorklistPanel</name>
    <message>
        <source>Scans</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Search scans</source>
        <translation>Aufnahmen suchen</translation>
    </message>
    <message>
        <source>Which scans are shown</source>
        <translation>Welche Aufnahmen gezeigt werden</translation>
    </message>
    <message>
        <source>All scans</source>
        <translation>Alle Aufnahmen</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Needs a second look</source>
        <translation>Braucht einen zweiten Blick</translation>
    </message>
    <message>
        <source>Least sure first: scans where the network was least sure come first</source>
        <translation>Unsicherste zuerst: Aufnahmen, bei denen das Netz am unsichersten war, stehen oben</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>Unsicherste zuerst</translation>
    </message>
    <message>
        <source>%1 of %2 read</source>
        <translation>%1 von %2 befundet</translation>
    </message>
    <message>
        <source>%1 of %2 confirmed</source>
        <translation>%1 von %2 bestätigt</translation>
    </message>
    <message>
        <source>No scan fits the search and filter.</source>
        <translation>Keine Aufnahme passt zu Suche und Filter.</translation>
    </message>
    <message>
        <source>Add scans…</source>
        <translation>Aufnahmen hinzufügen…</translation>
    </message>
</context>
<context>
    <name>vertescore::ArchiveModel</name>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Accession</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
</context>
<context>
    <name>vertescore::ArchivePage</name>
    <message>
        <source>Nodes…</source>
        <translation>Knoten…</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Jede</translation>
    </message>
    <message>
        <source>&amp;Node</source>
        <translation>K&amp;noten</translation>
    </message>
    <message>
        <source>Patient &amp;id</source>
        <translation>Patienten&amp;kennung</translation>
    </message>
    <message>
        <source>Patient&apos;s n&amp;ame</source>
        <translation>N&amp;ame des Patienten</translation>
    </message>
    <message>
        <source>A&amp;ccession number</source>
        <translation>A&amp;uftragsnummer</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>A&amp;rt</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>JJJJ-MM-TT</translation>
    </message>
    <message>
        <source>FAMILY*</source>
        <translation>NACHNAME*</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Studies that were found</source>
        <translation>Gefundene Studien</translation>
    </message>
    <message>
        <source>Series of the chosen study</source>
        <translation>Serien der gewählten Studie</translation>
    </message>
    <message>
        <source>Fetch and open</source>
        <translation>Holen und öffnen</translation>
    </message>
    <message>
        <source>Series; none chosen: all</source>
        <translation>Serien; keine gewählt: alle</translation>
    </message>
    <message>
        <source>Send this scan&apos;s results</source>
        <translation>Ergebnisse dieser Aufnahme senden</translation>
    </message>
    <message>
        <source>No archive is known yet. Enter one under «Nodes…».</source>
        <translation>Noch ist kein Archiv bekannt. Tragen Sie eines unter «Knoten…» ein.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message numerus="yes">
        <source>%n studies, and there are more: narrow the search.</source>
        <translation>
            <numerusform>%n Studie, und es gibt mehr: Grenzen Sie die Suche ein.</numerusform>
            <numerusform>%n Studien, und es gibt mehr: Grenzen Sie die Suche ein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n studies</source>
        <translation>
            <numerusform>%n Studie</numerusform>
            <numerusform>%n Studien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 objects are here. %3 What is missing comes with the next try.</source>
        <translation>%1 von %2 Objekten sind hier. %3 Was fehlt, kommt beim nächsten Versuch.</translation>
    </message>
    <message numerus="yes">
        <source>%n objects are here.</source>
        <translation>
            <numerusform>%n Objekt ist hier.</numerusform>
            <numerusform>%n Objekte sind hier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent: %n objects.</source>
        <translation>
            <numerusform>Gesendet: %n Objekt.</numerusform>
            <numerusform>Gesendet: %n Objekte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Landmarks, region and grades of the scan on the desk go to the node as DICOM objects beside it. A DICOM scan with corners is needed.</source>
        <translation>Eckpunkte, Region und Bewertungen der Aufnahme auf dem Platz gehen als DICOM-Objekte neben ihr an den Knoten. Dazu braucht es eine DICOM-Aufnahme mit Ecken.</translation>
    </message>
    <message>
        <source>Talking to %1…</source>
        <translation>Verbindung mit %1…</translation>
    </message>
</context>
<context>
    <name>vertescore::NodesPage</name>
    <message>
        <source>Archive nodes</source>
        <translation>Archivknoten</translation>
    </message>
    <message>
        <source>Where scans come from and results go to. The node&apos;s side must know our AE title too; for objects that it sends to us by itself, also this computer&apos;s address and our port.</source>
        <translation>Woher Aufnahmen kommen und wohin Ergebnisse gehen. Auch die Gegenseite muss unseren AE-Titel kennen; für Objekte, die sie von sich aus an uns sendet, dazu die Adresse dieses Rechners und unseren Port.</translation>
    </message>
    <message>
        <source>The node answers.</source>
        <translation>Der Knoten antwortet.</translation>
    </message>
    <message>
        <source>Add a node</source>
        <translation>Knoten hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Its AE &amp;title</source>
        <translation>Sein AE-&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Rechner</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Our AE title</source>
        <translation>&amp;Unser AE-Titel</translation>
    </message>
    <message>
        <source>O&amp;ur port</source>
        <translation>Unser P&amp;ort</translation>
    </message>
    <message>
        <source>&amp;Wait for answers</source>
        <translation>Auf Antworten &amp;warten</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>&amp;Echo</source>
        <translation>&amp;Echo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Not saved yet. %1</source>
        <translation>Noch nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Frage läuft…</translation>
    </message>
</context>
<context>
    <name>vertescore::DeidentifyForm</name>
    <message>
        <source>&amp;Look for writing</source>
        <translation>Schrift &amp;suchen</translation>
    </message>
    <message>
        <source>Copies without identity</source>
        <translation>Kopien ohne Identität</translation>
    </message>
    <message>
        <source>DICOM scans, and results of this program, are copied by the confidentiality profile of the DICOM standard (PS3.15). First every picture is searched for writing; nothing is written before you have confirmed. The originals are only read. For research use only. Not for diagnosis.</source>
        <translation>DICOM-Aufnahmen und Ergebnisse dieses Programms werden nach dem Vertraulichkeitsprofil des DICOM-Standards (PS3.15) kopiert. Zuerst wird jedes Bild nach Schrift abgesucht; nichts wird geschrieben, bevor Sie bestätigt haben. Die Originale werden nur gelesen. Nur für Forschungszwecke. Nicht zur Diagnose.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Dateien wählen…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>None after all</source>
        <translation>Doch keine</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the folder of the copies</source>
        <translation>Ordner der Kopien wählen</translation>
    </message>
    <message>
        <source>Folder of the &amp;copies</source>
        <translation>&amp;Ordner der Kopien</translation>
    </message>
    <message>
        <source>Files and folders there are called by pseudonyms; nothing that is there already is written over.</source>
        <translation>Dateien und Ordner heißen dort nach Pseudonymen; was schon da ist, wird nicht überschrieben.</translation>
    </message>
    <message>
        <source>Of this run alone</source>
        <translation>Nur für diesen Durchgang</translation>
    </message>
    <message>
        <source>Choose the file of the secret</source>
        <translation>Datei des Geheimnisses wählen</translation>
    </message>
    <message>
        <source>File with the sec&amp;ret of the study</source>
        <translation>Datei mit dem &amp;Geheimnis der Studie</translation>
    </message>
    <message>
        <source>The same secret gives the same pseudonyms, UIDs and dates; it is made where there is no such file. Keep it away from the copies. Without one no later run will give the same.</source>
        <translation>Dasselbe Geheimnis ergibt dieselben Pseudonyme, UIDs und Daten; es wird angelegt, wo es die Datei noch nicht gibt. Bewahren Sie es getrennt von den Kopien auf. Ohne ergibt kein späterer Durchgang dasselbe.</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>Was bleibt</translation>
    </message>
    <message>
        <source>Moved by days of the patient&apos;s own: intervals stay</source>
        <translation>Je Patient um Tage verschoben: Abstände bleiben</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>&amp;Dates and times</source>
        <translation>Da&amp;ten und Uhrzeiten</translation>
    </message>
    <message>
        <source>Keep the &amp;UIDs</source>
        <translation>&amp;UIDs behalten</translation>
    </message>
    <message>
        <source>Keep which sca&amp;nner it was</source>
        <translation>Behalten, welches G&amp;erät es war</translation>
    </message>
    <message>
        <source>Keep &amp;where it was</source>
        <translation>Behalten, &amp;wo es war</translation>
    </message>
    <message>
        <source>Keep a&amp;ge, sex, size and weight</source>
        <translation>A&amp;lter, Geschlecht, Größe und Gewicht behalten</translation>
    </message>
    <message>
        <source>Keep common words of descriptions (LATERAL, SPINE, DXA …)</source>
        <translation>Übliche Wörter der Beschreibungen behalten (LATERAL, SPINE, DXA …)</translation>
    </message>
    <message>
        <source>Everything else that may tell who it is goes, private elements too. Each copy says how it was made.</source>
        <translation>Alles andere, was sagen könnte, wer es ist, fällt weg, auch private Elemente. Jede Kopie sagt, wie sie entstand.</translation>
    </message>
    <message>
        <source>Folder of the copies</source>
        <translation>Ordner der Kopien</translation>
    </message>
    <message>
        <source>File with the secret of the study</source>
        <translation>Datei mit dem Geheimnis der Studie</translation>
    </message>
    <message>
        <source>Secrets (*.key);;All files (*)</source>
        <translation>Geheimnisse (*.key);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The secret must not lie among the copies.</source>
        <translation>Das Geheimnis darf nicht bei den Kopien liegen.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>None yet. Files, folders and zip archives can be dropped here, too.</source>
        <translation>Noch keine. Dateien, Ordner und Zip-Archive lassen sich hier auch ablegen.</translation>
    </message>
</context>
<context>
    <name>vertescore::DeidentifyPage</name>
    <message>
        <source>De-identify</source>
        <translation>De-identifizieren</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>What became of each file</source>
        <translation>Was aus jeder Datei wurde</translation>
    </message>
    <message>
        <source>Looking for writing…</source>
        <translation>Schrift wird gesucht…</translation>
    </message>
    <message>
        <source>Writing copies…</source>
        <translation>Kopien werden geschrieben…</translation>
    </message>
    <message numerus="yes">
        <source>Write %n copies</source>
        <translation>
            <numerusform>%n Kopie schreiben</numerusform>
            <numerusform>%n Kopien schreiben</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: the other files were not looked at.</source>
        <translation>Angehalten: Die übrigen Dateien wurden nicht angesehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n to look at: without your confirmation there is no copy.</source>
        <translation>
            <numerusform>%n anzusehen: Ohne Ihre Bestätigung gibt es keine Kopie.</numerusform>
            <numerusform>%n anzusehen: Ohne Ihre Bestätigung gibt es keine Kopie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be copied; the list says why.</source>
        <translation>
            <numerusform>%n lässt sich nicht kopieren; die Liste sagt, warum.</numerusform>
            <numerusform>%n lassen sich nicht kopieren; die Liste sagt, warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no file.</source>
        <translation>Da ist keine Datei.</translation>
    </message>
</context>
<context>
    <name>vertescore::DeidentifyReportCard</name>
    <message>
        <source>Save the report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>More scans</source>
        <translation>Weitere Aufnahmen</translation>
    </message>
    <message>
        <source>The report names the original files and no value that stood in them; keep it away from the copies.</source>
        <translation>Der Bericht nennt die Originaldateien und keinen Wert, der darin stand; bewahren Sie ihn getrennt von den Kopien auf.</translation>
    </message>
    <message numerus="yes">
        <source>%n copies written</source>
        <translation>
            <numerusform>%n Kopie geschrieben</numerusform>
            <numerusform>%n Kopien geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n failed</source>
        <translation>
            <numerusform>, %n misslungen</numerusform>
            <numerusform>, %n misslungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Angehalten: %1</translation>
    </message>
    <message>
        <source>Look at the copies once more before they leave.</source>
        <translation>Sehen Sie die Kopien noch einmal an, bevor sie das Haus verlassen.</translation>
    </message>
    <message>
        <source>There was no file with a secret: no later run will give the same pseudonyms, UIDs and dates.</source>
        <translation>Es gab keine Datei mit einem Geheimnis: Kein späterer Durchgang ergibt dieselben Pseudonyme, UIDs und Daten.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Attributes removed</source>
        <translation>Attribute entfernt</translation>
    </message>
    <message>
        <source>Attributes emptied</source>
        <translation>Attribute geleert</translation>
    </message>
    <message>
        <source>Attributes replaced</source>
        <translation>Attribute ersetzt</translation>
    </message>
    <message>
        <source>Private elements dropped</source>
        <translation>Private Elemente weggelassen</translation>
    </message>
    <message>
        <source>UIDs replaced</source>
        <translation>UIDs ersetzt</translation>
    </message>
    <message>
        <source>Dates moved</source>
        <translation>Daten verschoben</translation>
    </message>
    <message>
        <source>Notes within compressed pixels</source>
        <translation>Notizen in komprimierten Bildpunkten</translation>
    </message>
    <message>
        <source>Copies with black places</source>
        <translation>Kopien mit schwarzen Stellen</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl);;All files (*)</source>
        <translation>JSON Lines (*.jsonl);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>vertescore::IncomingModel</name>
    <message>
        <source>Nothing comes in: what a person set stays.</source>
        <translation>Nichts kommt hinzu: Was ein Mensch gesetzt hat, bleibt.</translation>
    </message>
    <message>
        <source>Nothing comes in: the same is there already.</source>
        <translation>Nichts kommt hinzu: Dasselbe ist schon da.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the points come in.</source>
        <translation>
            <numerusform>%n der Punkte kommt hinzu.</numerusform>
            <numerusform>%n der Punkte kommen hinzu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that a person set stay.</source>
        <translation>
            <numerusform>%n, den ein Mensch gesetzt hat, bleibt.</numerusform>
            <numerusform>%n, die ein Mensch gesetzt hat, bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The source holds whole pixels only; the points will say so.</source>
        <translation>Die Quelle enthält nur ganze Bildpunkte; die Punkte werden das sagen.</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgewiesen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n points</source>
        <translation>
            <numerusform>%1, %n Punkt</numerusform>
            <numerusform>%1, %n Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Woher</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Refused: it fits no scan of the study, or more than one.</source>
        <translation>Abgewiesen: passt zu keiner Aufnahme der Studie oder zu mehreren.</translation>
    </message>
    <message>
        <source>Several files are for this scan: one can be taken.</source>
        <translation>Mehrere Dateien gelten dieser Aufnahme: Eine kann übernommen werden.</translation>
    </message>
    <message>
        <source>Refused: not of the chosen format.</source>
        <translation>Abgewiesen: nicht im gewählten Format.</translation>
    </message>
</context>
<context>
    <name>vertescore::LandmarkImportPage</name>
    <message>
        <source>Import landmarks</source>
        <translation>Eckpunkte importieren</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>Woher</translation>
    </message>
    <message>
        <source>Corners that were placed in another program. A scan is found by the name of its file, for DICOM objects by its UID. First you see what would come in; corners that a person set stay, and each import can be undone at its scan.</source>
        <translation>Eckpunkte, die in einem anderen Programm gesetzt wurden. Eine Aufnahme wird am Namen ihrer Datei erkannt, bei DICOM-Objekten an ihrer UID. Zuerst sehen Sie, was hinzukäme; was ein Mensch gesetzt hat, bleibt, und jeder Import lässt sich bei seiner Aufnahme rückgängig machen.</translation>
    </message>
    <message>
        <source>make-sense (CSV)</source>
        <translation>make-sense (CSV)</translation>
    </message>
    <message>
        <source>COCO keypoints (JSON)</source>
        <translation>COCO keypoints (JSON)</translation>
    </message>
    <message>
        <source>CVAT (XML)</source>
        <translation>CVAT (XML)</translation>
    </message>
    <message>
        <source>labelme (JSON)</source>
        <translation>labelme (JSON)</translation>
    </message>
    <message>
        <source>YOLO-pose (TXT)</source>
        <translation>YOLO-pose (TXT)</translation>
    </message>
    <message>
        <source>3D Slicer (.mrk.json)</source>
        <translation>3D Slicer (.mrk.json)</translation>
    </message>
    <message>
        <source>VoTT (JSON)</source>
        <translation>VoTT (JSON)</translation>
    </message>
    <message>
        <source>VerteScore (CSV)</source>
        <translation>VerteScore (CSV)</translation>
    </message>
    <message>
        <source>Presentation states (DICOM GSPS)</source>
        <translation>Präsentationszustände (DICOM GSPS)</translation>
    </message>
    <message>
        <source>Structured reports of VerteScore (DICOM SR)</source>
        <translation>Strukturierte Befunde von VerteScore (DICOM SR)</translation>
    </message>
    <message>
        <source>Told from the curve of the spine</source>
        <translation>Aus der Krümmung der Wirbelsäule</translation>
    </message>
    <message>
        <source>Left in the picture</source>
        <translation>Im Bild links</translation>
    </message>
    <message>
        <source>Right in the picture</source>
        <translation>Im Bild rechts</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Patient&apos;s front</source>
        <translation>&amp;Vorderseite des Patienten</translation>
    </message>
    <message>
        <source>What would come in</source>
        <translation>Was hinzukäme</translation>
    </message>
    <message>
        <source>Landmarks and their scans</source>
        <translation>Eckpunkte und ihre Aufnahmen</translation>
    </message>
    <message>
        <source>Folder of landmark files</source>
        <translation>Ordner mit Eckpunktdateien</translation>
    </message>
    <message>
        <source>File of landmarks</source>
        <translation>Datei mit Eckpunkten</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Wird importiert…</translation>
    </message>
    <message numerus="yes">
        <source>Landmarks of %n scan(s) came in.</source>
        <translation>
            <numerusform>Eckpunkte von %n Aufnahme kamen hinzu.</numerusform>
            <numerusform>Eckpunkte von %n Aufnahmen kamen hinzu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped before the others.</source>
        <translation>Vor den übrigen angehalten.</translation>
    </message>
    <message numerus="yes">
        <source>Import for %n scan(s)</source>
        <translation>
            <numerusform>Für %n Aufnahme importieren</numerusform>
            <numerusform>Für %n Aufnahmen importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file or a folder. Nothing is changed by that.</source>
        <translation>Wählen Sie eine Datei oder einen Ordner. Dadurch ändert sich nichts.</translation>
    </message>
    <message numerus="yes">
        <source>%n refused; the list says why.</source>
        <translation>
            <numerusform>%n abgewiesen; die Liste sagt, warum.</numerusform>
            <numerusform>%n abgewiesen; die Liste sagt, warum.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::PixelReviewPanel</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files that were looked at</source>
        <translation>Angesehene Dateien</translation>
    </message>
    <message>
        <source>Fra&amp;me</source>
        <translation>Einzelb&amp;ild</translation>
    </message>
    <message>
        <source>&amp;X</source>
        <translation>&amp;X</translation>
    </message>
    <message>
        <source>&amp;Y</source>
        <translation>&amp;Y</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>Brei&amp;te</translation>
    </message>
    <message>
        <source>Hei&amp;ght</source>
        <translation>H&amp;öhe</translation>
    </message>
    <message>
        <source>Add a &amp;place</source>
        <translation>&amp;Stelle hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove it</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>As they were found</source>
        <translation>Wie gefunden</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>Best&amp;ätigen</translation>
    </message>
    <message>
        <source>Enter in the list</source>
        <translation>Eingabetaste in der Liste</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>&amp;Weglassen</translation>
    </message>
    <message>
        <source>&amp;Black as in the copy</source>
        <translation>Schwar&amp;z wie in der Kopie</translation>
    </message>
    <message>
        <source>It refers to scans and holds no picture of its own.</source>
        <translation>Sie bezieht sich auf Aufnahmen und enthält kein eigenes Bild.</translation>
    </message>
    <message>
        <source>Framed places become black. The search may miss writing that is faint, huge or tiny: look at the whole picture, drag over what it missed.</source>
        <translation>Umrahmte Stellen werden schwarz. Der Suche kann blasse, riesige oder winzige Schrift entgehen: Sehen Sie das ganze Bild an und ziehen Sie die Maus über das, was ihr entging.</translation>
    </message>
    <message>
        <source>The file says that writing is burned in, but the search found none: look for it, and drag over it.</source>
        <translation>Die Datei sagt, dass Schrift eingebrannt ist, aber die Suche fand keine: Suchen Sie sie, und ziehen Sie die Maus darüber.</translation>
    </message>
    <message>
        <source>No writing was found. Drag over what must become black, or confirm.</source>
        <translation>Keine Schrift gefunden. Ziehen Sie die Maus über das, was schwarz werden muss, oder bestätigen Sie.</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>Wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> von %1</translation>
    </message>
    <message numerus="yes">
        <source>Confirm all %n without findings</source>
        <translation>
            <numerusform>Die %n ohne Fund bestätigen</numerusform>
            <numerusform>Alle %n ohne Fund bestätigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::PlacesView</name>
    <message>
        <source>Picture with the places that become black</source>
        <translation>Bild mit den Stellen, die schwarz werden</translation>
    </message>
</context>
<context>
    <name>vertescore::ProgressRow</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>vertescore::ReceiveCard</name>
    <message>
        <source>&amp;Receive</source>
        <translation>&amp;Empfangen</translation>
    </message>
    <message>
        <source>Open what came</source>
        <translation>Öffnen, was kam</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Change how objects are received</source>
        <translation>Ändern, wie empfangen wird</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Everybody who reaches the port</source>
        <translation>Alle, die den Port erreichen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the folder of what comes</source>
        <translation>Ordner für das, was kommt, wählen</translation>
    </message>
    <message>
        <source>Our AE title</source>
        <translation>Unser AE-Titel</translation>
    </message>
    <message>
        <source>Our port</source>
        <translation>Unser Port</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>AE titles that may send</source>
        <translation>AE-Titel, die senden dürfen</translation>
    </message>
    <message>
        <source>Folder of what comes</source>
        <translation>Ordner für das, was kommt</translation>
    </message>
    <message numerus="yes">
        <source>Refused: %n, the last one:</source>
        <translation>
            <numerusform>Abgewiesen: %n, zuletzt:</numerusform>
            <numerusform>Abgewiesen: %n, zuletzt:</numerusform>
        </translation>
    </message>
    <message>
        <source>Off. Switched on, nodes can send scans to this computer.</source>
        <translation>Aus. Eingeschaltet, können Knoten Aufnahmen an diesen Rechner senden.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt…</translation>
    </message>
    <message>
        <source>Listening at port %1 as %2.</source>
        <translation>Lauscht an Port %1 als %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n objects came, the last at %1 from %2.</source>
        <translation>
            <numerusform>%n Objekt kam, um %1 von %2.</numerusform>
            <numerusform>%n Objekte kamen, das letzte um %1 von %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::ReviewModel</name>
    <message>
        <source>Results of this program, no picture</source>
        <translation>Ergebnisse dieses Programms, kein Bild</translation>
    </message>
    <message numerus="yes">
        <source>Writing at %n place(s)</source>
        <translation>
            <numerusform>Schrift an %n Stelle</numerusform>
            <numerusform>Schrift an %n Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>The file says: writing; none found</source>
        <translation>Laut Datei Schrift; keine gefunden</translation>
    </message>
    <message>
        <source>No writing found</source>
        <translation>Keine Schrift gefunden</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Anzusehen</translation>
    </message>
    <message>
        <source>Looked at: as it is</source>
        <translation>Angesehen: wie sie ist</translation>
    </message>
    <message numerus="yes">
        <source>Looked at: %n place(s) black</source>
        <translation>
            <numerusform>Angesehen: %n Stelle schwarz</numerusform>
            <numerusform>Angesehen: %n Stellen schwarz</numerusform>
        </translation>
    </message>
    <message>
        <source>As it is, not looked at</source>
        <translation>Wie sie ist, nicht angesehen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Cannot be copied</source>
        <translation>Nicht kopierbar</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>Nicht geschrieben</translation>
    </message>
    <message>
        <source>Nobody confirmed it.</source>
        <translation>Niemand hat sie bestätigt.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>In the picture</source>
        <translation>Im Bild</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>vertescore::TlsForm</name>
    <message>
        <source>&amp;Secure connection (TLS)</source>
        <translation>&amp;Sichere Verbindung (TLS)</translation>
    </message>
    <message>
        <source>Whom to trust (PEM)</source>
        <translation>Wem zu trauen ist (PEM)</translation>
    </message>
    <message>
        <source>Authority of the callers (PEM); optional</source>
        <translation>Aussteller der Anrufer (PEM); freigestellt</translation>
    </message>
    <message>
        <source>Our certificate (PEM)</source>
        <translation>Unser Zertifikat (PEM)</translation>
    </message>
    <message>
        <source>Its key (PEM)</source>
        <translation>Dessen Schlüssel (PEM)</translation>
    </message>
    <message>
        <source>The certificate must name the host</source>
        <translation>Das Zertifikat muss den Rechner nennen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
</context>
</TS>
