<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>CaptionWords</name>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>einem Menschen</translation>
    </message>
    <message>
        <source>a model</source>
        <translation>einem Modell</translation>
    </message>
    <message>
        <source>%1 with the adapter %2</source>
        <translation>%1 mit dem Adapter %2</translation>
    </message>
    <message>
        <source>beams: %1</source>
        <translation>Strahlen: %1</translation>
    </message>
    <message>
        <source>at most %1 tokens</source>
        <translation>höchstens %1 Token</translation>
    </message>
    <message>
        <source>at least %1 tokens</source>
        <translation>mindestens %1 Token</translation>
    </message>
    <message>
        <source>length penalty %1</source>
        <translation>Längenstrafe %1</translation>
    </message>
    <message>
        <source>repetition penalty %1</source>
        <translation>Wiederholungsstrafe %1</translation>
    </message>
    <message>
        <source>no %1 words repeated</source>
        <translation>keine %1 Wörter wiederholt</translation>
    </message>
    <message>
        <source>sampled from the likeliest %1</source>
        <translation>gezogen aus den wahrscheinlichsten %1</translation>
    </message>
    <message>
        <source>temperature %1</source>
        <translation>Temperatur %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
</context>
<context>
    <name>CloudPanels</name>
    <message>
        <source>Side views</source>
        <translation>Seitenansichten</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Accept all on the picture</source>
        <translation>Alle auf dem Bild annehmen</translation>
    </message>
    <message>
        <source>Add sample clouds</source>
        <translation>Beispielwolken hinzufügen</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Relink media</source>
        <translation>Medien neu verknüpfen</translation>
    </message>
    <message>
        <source>Remember the pictures&apos; content</source>
        <translation>Den Inhalt der Bilder merken</translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <source>Add clouds</source>
        <translation>Punktwolken hinzufügen</translation>
    </message>
    <message>
        <source>Add sample pictures</source>
        <translation>Beispielbilder hinzufügen</translation>
    </message>
    <message>
        <source>Merge %1</source>
        <translation>%1 zusammenführen</translation>
    </message>
    <message>
        <source>Replace in captions</source>
        <translation>In Beschreibungen ersetzen</translation>
    </message>
    <message>
        <source>Assign splits</source>
        <translation>Aufteilung zuweisen</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Make room on the disk and try again; nothing was changed.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger und versuchen Sie es erneut; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Close the other window to edit here.</source>
        <translation>Schließen Sie das andere Fenster, um hier zu bearbeiten.</translation>
    </message>
    <message>
        <source>Choose another model folder in the Caption menu.</source>
        <translation>Wählen Sie im Menü „Beschreibung“ einen anderen Modellordner.</translation>
    </message>
</context>
<context>
    <name>HistogramPlots</name>
    <message>
        <source>%1 on average</source>
        <translation>im Mittel %1</translation>
    </message>
    <message>
        <source>%1+</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Regions of a picture</source>
        <translation>Regionen eines Bildes</translation>
    </message>
    <message>
        <source>Area of a box</source>
        <translation>Fläche eines Rechtecks</translation>
    </message>
    <message>
        <source>of its picture</source>
        <translation>seines Bildes</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>das ganze</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Shape of a box</source>
        <translation>Form eines Rechtecks</translation>
    </message>
    <message>
        <source>width to height</source>
        <translation>Breite zu Höhe</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>Caption length</source>
        <translation>Länge der Beschreibungen</translation>
    </message>
    <message>
        <source>%1 words on average</source>
        <translation>im Mittel %1 Wörter</translation>
    </message>
</context>
<context>
    <name>LintGroups</name>
    <message>
        <source>No words</source>
        <translation>Keine Wörter</translation>
    </message>
    <message>
        <source>Says it again and again</source>
        <translation>Wiederholt sich</translation>
    </message>
    <message>
        <source>More than %1 words</source>
        <translation>Mehr als %1 Wörter</translation>
    </message>
    <message>
        <source>Names another label</source>
        <translation>Nennt eine andere Klasse</translation>
    </message>
    <message>
        <source>Odd characters</source>
        <translation>Seltsame Zeichen</translation>
    </message>
    <message>
        <source>A lone quotation mark</source>
        <translation>Ein einzelnes Anführungszeichen</translation>
    </message>
    <message>
        <source>Ends too early</source>
        <translation>Endet zu früh</translation>
    </message>
    <message>
        <source>Nearly the same as others</source>
        <translation>Fast wie andere</translation>
    </message>
    <message>
        <source>%1 like “%2”</source>
        <translation>%1 wie „%2“</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nein</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
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
        <source>Up</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ab</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>the whole text; * stands for anything</source>
        <translation>der ganze Text; * steht für Beliebiges</translation>
    </message>
    <message>
        <source>a part of the text</source>
        <translation>ein Teil des Textes</translation>
    </message>
    <message>
        <source>a folder&apos;s name</source>
        <translation>der Name eines Ordners</translation>
    </message>
    <message>
        <source>12, &gt;12, &gt;=12, &lt;12, &lt;=12, 3..8</source>
        <translation>12, &gt;12, &gt;=12, &lt;12, &lt;=12, 3..8</translation>
    </message>
    <message>
        <source>a description, in the words of captions</source>
        <translation>eine Umschreibung, in den Worten von Beschreibungen</translation>
    </message>
    <message>
        <source>a region&apos;s number, as “Find regions like this” writes it</source>
        <translation>die Nummer einer Region, wie „Ähnliche Regionen finden“ sie schreibt</translation>
    </message>
    <message>
        <source>2026-01-31, &gt;2026-01-31, 2026-01-01..2026-01-31</source>
        <translation>2026-01-31, &gt;2026-01-31, 2026-01-01..2026-01-31</translation>
    </message>
    <message>
        <source>all of them occur in the shown caption, in any order</source>
        <translation>alle kommen in der gezeigten Beschreibung vor, in beliebiger Reihenfolge</translation>
    </message>
    <message>
        <source>these words stand side by side; also a value with spaces</source>
        <translation>diese Wörter stehen nebeneinander; auch ein Wert mit Leerzeichen</translation>
    </message>
    <message>
        <source>not what follows</source>
        <translation>nicht, was folgt</translation>
    </message>
    <message>
        <source>one side or the other; what stands side by side binds more tightly</source>
        <translation>die eine oder die andere Seite; was nebeneinander steht, bindet stärker</translation>
    </message>
    <message>
        <source>together</source>
        <translation>gehört zusammen</translation>
    </message>
    <message>
        <source>state of the shown caption</source>
        <translation>Stand der gezeigten Beschreibung</translation>
    </message>
    <message>
        <source>who wrote the shown caption</source>
        <translation>wer die gezeigte Beschreibung geschrieben hat</translation>
    </message>
    <message>
        <source>whether a person changed a model&apos;s words</source>
        <translation>ob ein Mensch die Worte eines Modells geändert hat</translation>
    </message>
    <message>
        <source>what is there; -has:caption finds what is missing</source>
        <translation>was vorhanden ist; -has:caption findet, was fehlt</translation>
    </message>
    <message>
        <source>marks of a region, and whether a row is one</source>
        <translation>Merkmale einer Region, und ob eine Zeile eine ist</translation>
    </message>
    <message>
        <source>label of the region; * stands for anything</source>
        <translation>Klasse der Region; * steht für Beliebiges</translation>
    </message>
    <message>
        <source>length of the shown caption in words</source>
        <translation>Länge der gezeigten Beschreibung in Wörtern</translation>
    </message>
    <message>
        <source>length in tokens as a model wrote it; 0 of a person&apos;s words</source>
        <translation>Länge in Token, wie ein Modell sie schrieb; 0 bei Worten eines Menschen</translation>
    </message>
    <message>
        <source>how sure the detector was of the region, 0 to 1</source>
        <translation>wie sicher der Detektor bei der Region war, 0 bis 1</translation>
    </message>
    <message>
        <source>how sure the model was of each token of its caption, 0 to 1</source>
        <translation>wie sicher das Modell bei jedem Token seiner Beschreibung war, 0 bis 1</translation>
    </message>
    <message>
        <source>part of the name of the model that wrote the caption</source>
        <translation>Teil des Namens des Modells, das die Beschreibung schrieb</translation>
    </message>
    <message>
        <source>part of the adapter&apos;s name</source>
        <translation>Teil des Adapternamens</translation>
    </message>
    <message>
        <source>part of the author&apos;s name</source>
        <translation>Teil des Autorennamens</translation>
    </message>
    <message>
        <source>day on which the caption was last changed</source>
        <translation>Tag, an dem die Beschreibung zuletzt geändert wurde</translation>
    </message>
    <message>
        <source>what seems wrong with the shown caption</source>
        <translation>was an der gezeigten Beschreibung falsch scheint</translation>
    </message>
    <message>
        <source>split of the picture</source>
        <translation>Aufteilung des Bildes</translation>
    </message>
    <message>
        <source>part of the file&apos;s name or path</source>
        <translation>Teil des Dateinamens oder Pfads</translation>
    </message>
    <message>
        <source>folder in which the file lies</source>
        <translation>Ordner, in dem die Datei liegt</translation>
    </message>
    <message>
        <source>picture or point cloud</source>
        <translation>Bild oder Punktwolke</translation>
    </message>
    <message>
        <source>shape of the region</source>
        <translation>Form der Region</translation>
    </message>
    <message>
        <source>width of the region, or of the picture as a whole, in pixels</source>
        <translation>Breite der Region oder des ganzen Bildes in Bildpunkten</translation>
    </message>
    <message>
        <source>height in pixels</source>
        <translation>Höhe in Bildpunkten</translation>
    </message>
    <message>
        <source>what looks as described: the thousand nearest regions, and as many pictures</source>
        <translation>was so aussieht wie beschrieben: die tausend nächsten Regionen und ebenso viele Bilder</translation>
    </message>
    <message>
        <source>what looks like the region with this number: the thousand nearest</source>
        <translation>was wie die Region mit dieser Nummer aussieht: die tausend nächsten</translation>
    </message>
    <message>
        <source>area in square pixels</source>
        <translation>Fläche in Quadratbildpunkten</translation>
    </message>
    <message>
        <source>nobody has decided yet</source>
        <translation>noch hat niemand entschieden</translation>
    </message>
    <message>
        <source>a person accepted it</source>
        <translation>ein Mensch hat sie angenommen</translation>
    </message>
    <message>
        <source>a person rejected it</source>
        <translation>ein Mensch hat sie abgelehnt</translation>
    </message>
    <message>
        <source>a person wrote or edited it</source>
        <translation>ein Mensch hat sie geschrieben oder bearbeitet</translation>
    </message>
    <message>
        <source>a model wrote it</source>
        <translation>ein Modell hat sie geschrieben</translation>
    </message>
    <message>
        <source>a person changed a model&apos;s words</source>
        <translation>ein Mensch hat die Worte eines Modells geändert</translation>
    </message>
    <message>
        <source>as it was first written</source>
        <translation>so, wie sie zuerst geschrieben wurde</translation>
    </message>
    <message>
        <source>a caption is shown</source>
        <translation>eine Beschreibung wird gezeigt</translation>
    </message>
    <message>
        <source>the region has a label</source>
        <translation>die Region hat eine Klasse</translation>
    </message>
    <message>
        <source>the picture has a region</source>
        <translation>das Bild hat eine Region</translation>
    </message>
    <message>
        <source>the picture belongs to a split</source>
        <translation>das Bild gehört zu einem Teil der Aufteilung</translation>
    </message>
    <message>
        <source>there is more than one caption to choose from</source>
        <translation>es stehen mehrere Beschreibungen zur Auswahl</translation>
    </message>
    <message>
        <source>a region</source>
        <translation>eine Region</translation>
    </message>
    <message>
        <source>a picture as a whole</source>
        <translation>ein Bild als Ganzes</translation>
    </message>
    <message>
        <source>a hidden region</source>
        <translation>eine ausgeblendete Region</translation>
    </message>
    <message>
        <source>a locked region</source>
        <translation>eine gesperrte Region</translation>
    </message>
    <message>
        <source>no words</source>
        <translation>keine Wörter</translation>
    </message>
    <message>
        <source>says the same thing three times</source>
        <translation>sagt dreimal dasselbe</translation>
    </message>
    <message>
        <source>more than 32 words</source>
        <translation>mehr als 32 Wörter</translation>
    </message>
    <message>
        <source>names another label than the region&apos;s</source>
        <translation>nennt eine andere Klasse als die der Region</translation>
    </message>
    <message>
        <source>invisible, broken or mixed-up characters, or doubled spaces</source>
        <translation>unsichtbare, kaputte oder vermischte Zeichen oder doppelte Leerzeichen</translation>
    </message>
    <message>
        <source>a quotation mark without its partner</source>
        <translation>ein Anführungszeichen ohne sein Gegenstück</translation>
    </message>
    <message>
        <source>ends in the middle of a sentence</source>
        <translation>endet mitten im Satz</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a point cloud</source>
        <translation>eine Punktwolke</translation>
    </message>
    <message>
        <source>an upright box</source>
        <translation>ein aufrechtes Rechteck</translation>
    </message>
    <message>
        <source>a turned box</source>
        <translation>ein gedrehtes Rechteck</translation>
    </message>
    <message>
        <source>a polygon</source>
        <translation>ein Vieleck</translation>
    </message>
</context>
<context>
    <name>SplitCounts</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andere</translation>
    </message>
</context>
<context>
    <name>StatisticsFigures</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 words in %2 captions</source>
        <translation>%1 Wörter in %2 Beschreibungen</translation>
    </message>
    <message>
        <source>%1 hours in </source>
        <translation>%1 Stunden in </translation>
    </message>
    <message>
        <source>%1 sitting</source>
        <translation>%1 Sitzung</translation>
    </message>
    <message>
        <source>%1 sittings</source>
        <translation>%1 Sitzungen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Point clouds</source>
        <translation>Punktwolken</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Beschreibungen</translation>
    </message>
    <message>
        <source>Of whole pictures</source>
        <translation>Von ganzen Bildern</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>Alternativen</translation>
    </message>
    <message>
        <source>Accepted untouched</source>
        <translation>Unverändert angenommen</translation>
    </message>
    <message>
        <source>Mean edit</source>
        <translation>Mittlere Änderung</translation>
    </message>
    <message>
        <source>Work by hand</source>
        <translation>Arbeit von Hand</translation>
    </message>
    <message>
        <source>Regions an hour</source>
        <translation>Regionen je Stunde</translation>
    </message>
</context>
<context>
    <name>StatisticsPlots</name>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 different</source>
        <translation>%1 verschiedene</translation>
    </message>
    <message>
        <source>at least %1 different</source>
        <translation>mindestens %1 verschiedene</translation>
    </message>
    <message>
        <source>Captions by state</source>
        <translation>Beschreibungen nach Stand</translation>
    </message>
    <message>
        <source>Captions written by</source>
        <translation>Beschreibungen geschrieben von</translation>
    </message>
    <message>
        <source>Pictures by split</source>
        <translation>Bilder nach Aufteilung</translation>
    </message>
    <message>
        <source>Labels of regions</source>
        <translation>Klassen der Regionen</translation>
    </message>
    <message>
        <source>Captions by model</source>
        <translation>Beschreibungen nach Modell</translation>
    </message>
    <message>
        <source>Captions by adapter</source>
        <translation>Beschreibungen nach Adapter</translation>
    </message>
    <message>
        <source>Captions by author</source>
        <translation>Beschreibungen nach Autor</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Wortschatz</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>each step</source>
        <translation>jeder Schritt</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>geglättet</translation>
    </message>
    <message>
        <source>captions a second</source>
        <translation>Beschreibungen je Sekunde</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>%1:%2 h</source>
        <translation>%1:%2 h</translation>
    </message>
    <message>
        <source>%1:%2 min</source>
        <translation>%1:%2 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Reads model and data</source>
        <translation>Liest Modell und Daten</translation>
    </message>
    <message>
        <source>Trains</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>, %1 captions a second</source>
        <translation>, %1 Beschreibungen je Sekunde</translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation>, noch %1</translation>
    </message>
    <message>
        <source>It learns: the loss falls.</source>
        <translation>Es lernt: Der Verlust sinkt.</translation>
    </message>
    <message>
        <source>Better than before: held-out captions score CIDEr %1, the model before %2.</source>
        <translation>Besser als zuvor: Zurückgehaltene Beschreibungen erreichen CIDEr %1, das Modell davor %2.</translation>
    </message>
    <message>
        <source>It does not learn: the loss does not fall. A higher learning rate or more captions may help.</source>
        <translation>Es lernt nicht: Der Verlust sinkt nicht. Eine höhere Lernrate oder mehr Beschreibungen können helfen.</translation>
    </message>
    <message>
        <source>Worse than before: held-out captions score CIDEr %1, the model before %2. Going on will hardly help; a lower learning rate or fewer rounds may.</source>
        <translation>Schlechter als zuvor: Zurückgehaltene Beschreibungen erreichen CIDEr %1, das Modell davor %2. Weiterzumachen wird kaum helfen; eine niedrigere Lernrate oder weniger Durchgänge vielleicht.</translation>
    </message>
    <message>
        <source>About %1: %2 of %3 s.</source>
        <translation>Etwa %1: %2 zu je %3 s.</translation>
    </message>
    <message>
        <source>%1 step</source>
        <translation>%1 Schritt</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 Schritte</translation>
    </message>
    <message>
        <source>%1, about %2.</source>
        <translation>%1, etwa %2.</translation>
    </message>
    <message>
        <source>%1 of memory, %2 of disk (%3 free).</source>
        <translation>%1 Arbeitsspeicher, %2 auf dem Datenträger (%3 frei).</translation>
    </message>
    <message>
        <source>That is more than the disk has.</source>
        <translation>Das ist mehr, als auf dem Datenträger frei ist.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Left out: %1, e.g. %2</source>
        <translation>Ausgelassen: %1, z. B. %2</translation>
    </message>
    <message>
        <source>Note: %1, e.g. %2</source>
        <translation>Hinweis: %1, z. B. %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>UserDialogs</name>
    <message>
        <source>Open pictures</source>
        <translation>Bilder öffnen</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Projects (*.rbproject)</source>
        <translation>Projekte (*.rbproject)</translation>
    </message>
    <message>
        <source>Import regions and captions</source>
        <translation>Regionen und Beschreibungen importieren</translation>
    </message>
    <message>
        <source>Annotations (*.json *.jsonl *.xml *.csv *.tar *.p *.yaml *.txt);;All files (*)</source>
        <translation>Annotationen (*.json *.jsonl *.xml *.csv *.tar *.p *.yaml *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Pictures and clouds (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif *.ply *.pcd *.las *.laz *.npy *.npz *.xyz);;Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif);;All files (*)</source>
        <translation>Bilder und Punktwolken (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif *.ply *.pcd *.las *.laz *.npy *.npz *.xyz);;Bilder (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>rb::cloud_workspace::CloudBinding</name>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Draw region</source>
        <translation>Region zeichnen</translation>
    </message>
    <message>
        <source>Reshape region</source>
        <translation>Region umformen</translation>
    </message>
    <message>
        <source>Select a region first</source>
        <translation>Wählen Sie zuerst eine Region</translation>
    </message>
    <message>
        <source> Its regions and captions are kept. If it was moved, File › Find moved pictures looks for it.</source>
        <translation> Regionen und Beschriftungen bleiben erhalten. Wurde die Datei verschoben, sucht Datei › Verschobene Bilder suchen danach.</translation>
    </message>
</context>
<context>
    <name>rb::cloud_workspace::CloudMarking</name>
    <message>
        <source>Mark points</source>
        <translation>Punkte markieren</translation>
    </message>
    <message>
        <source>Fit region</source>
        <translation>Region anpassen</translation>
    </message>
    <message>
        <source>Brush points</source>
        <translation>Punkte mit dem Pinsel markieren</translation>
    </message>
    <message>
        <source>Click the point to grow from</source>
        <translation>Klicken Sie auf den Punkt, von dem aus gewachsen wird</translation>
    </message>
    <message>
        <source>Grow region</source>
        <translation>Region wachsen lassen</translation>
    </message>
    <message>
        <source>No points were marked</source>
        <translation>Es wurden keine Punkte markiert</translation>
    </message>
    <message>
        <source>Select a region first</source>
        <translation>Wählen Sie zuerst eine Region</translation>
    </message>
    <message>
        <source>No points would be left</source>
        <translation>Es bliebe kein Punkt übrig</translation>
    </message>
    <message>
        <source>Invert points</source>
        <translation>Punkte umkehren</translation>
    </message>
    <message>
        <source>Take the points in the box</source>
        <translation>Die Punkte im Kasten übernehmen</translation>
    </message>
    <message>
        <source>Turn the box to fit</source>
        <translation>Den Kasten passend drehen</translation>
    </message>
</context>
<context>
    <name>rb::cloud_workspace::CloudPage</name>
    <message>
        <source>Point cloud</source>
        <translation>Punktwolke</translation>
    </message>
    <message>
        <source>The selected box from three sides</source>
        <translation>Die ausgewählte Box von drei Seiten</translation>
    </message>
    <message>
        <source>Reading the cloud</source>
        <translation>Die Punktwolke wird gelesen</translation>
    </message>
    <message>
        <source>What colours the points</source>
        <translation>Was die Punkte färbt</translation>
    </message>
    <message>
        <source>Points </source>
        <translation>Punkte </translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Size of points</source>
        <translation>Größe der Punkte</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Edges stand out from what lies behind them</source>
        <translation>Kanten heben sich von dem ab, was dahinter liegt</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Grid and axes</source>
        <translation>Raster und Achsen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Captions at the regions</source>
        <translation>Beschreibungen an den Regionen</translation>
    </message>
    <message>
        <source>Own colours</source>
        <translation>Eigene Farben</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Intensity</source>
        <translation>Intensität</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>One colour</source>
        <translation>Eine Farbe</translation>
    </message>
    <message>
        <source>%1 of %2 points, evenly thinned</source>
        <translation>%1 von %2 Punkten, gleichmäßig ausgedünnt</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>Reading the cloud…</source>
        <translation>Die Punktwolke wird gelesen …</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
</context>
<context>
    <name>rb::cloud_workspace::MarkDialog</name>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>How points are marked</source>
        <translation>Wie Punkte markiert werden</translation>
    </message>
    <message>
        <source>Growing from a point</source>
        <translation>Wachsen von einem Punkt aus</translation>
    </message>
    <message>
        <source>as the cloud is dense</source>
        <translation>wie die Wolke dicht ist</translation>
    </message>
    <message>
        <source>&amp;Gap between neighbours</source>
        <translation>&amp;Lücke zwischen Nachbarn</translation>
    </message>
    <message>
        <source>A point farther from all others of the region does not belong to it; in the cloud&apos;s units</source>
        <translation>Ein Punkt, der von allen anderen der Region weiter entfernt ist, gehört nicht dazu; in den Einheiten der Wolke</translation>
    </message>
    <message>
        <source>&amp;Difference of colour</source>
        <translation>&amp;Farbunterschied</translation>
    </message>
    <message>
        <source>From the colour of the point that was clicked, of 255</source>
        <translation>Zur Farbe des angeklickten Punkts, von 255</translation>
    </message>
    <message>
        <source>&amp;Bend of the surface</source>
        <translation>&amp;Krümmung der Fläche</translation>
    </message>
    <message>
        <source>Between the normals of neighbours</source>
        <translation>Zwischen den Normalen von Nachbarn</translation>
    </message>
    <message>
        <source>This cloud has no normals</source>
        <translation>Diese Wolke hat keine Normalen</translation>
    </message>
    <message>
        <source>This cloud has no colours</source>
        <translation>Diese Wolke hat keine Farben</translation>
    </message>
    <message>
        <source>&amp;Mark only between two depths</source>
        <translation>Nur zwischen zwei Tiefen &amp;markieren</translation>
    </message>
    <message>
        <source>For lasso, polygon, brush and the fitted box: distances from where you look</source>
        <translation>Für Lasso, Polygon, Pinsel und den angepassten Kasten: Abstände vom Blickpunkt</translation>
    </message>
    <message>
        <source>&amp;Nearest</source>
        <translation>&amp;Nächste</translation>
    </message>
    <message>
        <source>&amp;Farthest</source>
        <translation>&amp;Fernste</translation>
    </message>
    <message>
        <source>As you see it now, the cloud lies between %1 and %2.</source>
        <translation>Wie Sie sie jetzt sehen, liegt die Wolke zwischen %1 und %2.</translation>
    </message>
</context>
<context>
    <name>rb::cloud_workspace::PictureLink</name>
    <message>
        <source>Show in the &amp;picture</source>
        <translation>Im &amp;Bild zeigen</translation>
    </message>
    <message>
        <source>Show in the &amp;cloud</source>
        <translation>In der &amp;Punktwolke zeigen</translation>
    </message>
    <message>
        <source>The cloud of this picture is no longer in the project</source>
        <translation>Die Punktwolke dieses Bildes ist nicht mehr im Projekt</translation>
    </message>
    <message>
        <source>The picture&apos;s region shows no point of the cloud</source>
        <translation>Die Region des Bildes zeigt keinen Punkt der Punktwolke</translation>
    </message>
    <message>
        <source>Link region</source>
        <translation>Region verbinden</translation>
    </message>
</context>
<context>
    <name>rb::ui::AdapterList</name>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>Card of the adapter</source>
        <translation>Karte des Adapters</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>What is ticked lies on the model and writes its captions.</source>
        <translation>Was angehakt ist, liegt auf dem Modell und schreibt dessen Beschreibungen.</translation>
    </message>
    <message>
        <source>Export the adapter</source>
        <translation>Adapter exportieren</translation>
    </message>
    <message>
        <source>Adapter (*.safetensors)</source>
        <translation>Adapter (*.safetensors)</translation>
    </message>
    <message>
        <source>The adapter “%1” was deleted.</source>
        <translation>Der Adapter „%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Find older drafts</source>
        <translation>Ältere Entwürfe suchen</translation>
    </message>
    <message>
        <source>Drafts that what is switched on now did not write; Ctrl+B writes them anew, and leaves a person&apos;s words alone</source>
        <translation>Entwürfe, die nicht von dem stammen, was jetzt eingeschaltet ist; Strg+B schreibt sie neu und lässt die Worte von Menschen in Ruhe</translation>
    </message>
</context>
<context>
    <name>rb::ui::AdapterModel</name>
    <message>
        <source>%1, rank %2</source>
        <translation>%1, Rang %2</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Datei: %1</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>CIDEr</source>
        <translation>CIDEr</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
</context>
<context>
    <name>rb::ui::AdjustDialog</name>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>How the picture is shown</source>
        <translation>Wie das Bild gezeigt wird</translation>
    </message>
    <message>
        <source>&amp;Brightness</source>
        <translation>&amp;Helligkeit</translation>
    </message>
    <message>
        <source>&amp;Contrast</source>
        <translation>&amp;Kontrast</translation>
    </message>
    <message>
        <source>&amp;Gamma</source>
        <translation>&amp;Gamma</translation>
    </message>
</context>
<context>
    <name>rb::ui::BarPlot</name>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>rb::ui::BatchBar</name>
    <message>
        <source>Captions written</source>
        <translation>Geschriebene Beschreibungen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Let the model rest; what is under way is still stored</source>
        <translation>Das Modell ruhen lassen; was schon läuft, wird noch gespeichert</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>End at once; the captions that are there stay</source>
        <translation>Sofort beenden; die Beschreibungen, die da sind, bleiben</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>, paused</source>
        <translation>, angehalten</translation>
    </message>
    <message>
        <source>, %1 a second, %2 left</source>
        <translation>, %1 je Sekunde, noch %2</translation>
    </message>
</context>
<context>
    <name>rb::ui::BatchControl</name>
    <message>
        <source>%1 caption written</source>
        <translation>%1 Beschreibung geschrieben</translation>
    </message>
    <message>
        <source>%1 captions written</source>
        <translation>%1 Beschreibungen geschrieben</translation>
    </message>
    <message>
        <source>Stopped; %1</source>
        <translation>Angehalten; %1</translation>
    </message>
    <message>
        <source>The %1 selected regions</source>
        <translation>Die %1 ausgewählten Regionen</translation>
    </message>
    <message>
        <source>What the search shows</source>
        <translation>Was die Suche zeigt</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>Dieses Bild</translation>
    </message>
    <message>
        <source>The whole project</source>
        <translation>Das ganze Projekt</translation>
    </message>
    <message>
        <source>Caption many</source>
        <translation>Viele beschreiben</translation>
    </message>
    <message>
        <source>Grow the data set</source>
        <translation>Datensatz erweitern</translation>
    </message>
</context>
<context>
    <name>rb::ui::BatchDialog</name>
    <message>
        <source>Also the &amp;pictures as a whole</source>
        <translation>Auch die &amp;Bilder als Ganzes</translation>
    </message>
    <message>
        <source>Caption many</source>
        <translation>Viele beschreiben</translation>
    </message>
    <message>
        <source>Only those without a caption</source>
        <translation>Nur solche ohne Beschreibung</translation>
    </message>
    <message>
        <source>Also drafts of a model: write them anew</source>
        <translation>Auch Entwürfe eines Modells: neu schreiben</translation>
    </message>
    <message>
        <source>Also people&apos;s captions: add alternatives</source>
        <translation>Auch Beschreibungen von Menschen: Alternativen hinzufügen</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>&amp;Captions</source>
        <translation>&amp;Beschreibungen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>What people wrote or accepted is never replaced. All of it is one step of undo.</source>
        <translation>Was Menschen geschrieben oder angenommen haben, wird nie ersetzt. Alles zusammen ist ein Schritt beim Rückgängigmachen.</translation>
    </message>
    <message>
        <source>%1 caption will be written:</source>
        <translation>%1 Beschreibung wird geschrieben:</translation>
    </message>
    <message>
        <source>%1 captions will be written:</source>
        <translation>%1 Beschreibungen werden geschrieben:</translation>
    </message>
    <message>
        <source>%1 where there is none, %2 in place of drafts, %3 as alternatives.</source>
        <translation>%1, wo keine ist, %2 anstelle von Entwürfen, %3 als Alternativen.</translation>
    </message>
    <message>
        <source>%1 stay as they are; %2 cannot be captioned.</source>
        <translation>%1 bleiben, wie sie sind; %2 können nicht beschrieben werden.</translation>
    </message>
    <message>
        <source>About %1 seconds.</source>
        <translation>Etwa %1 Sekunden.</translation>
    </message>
    <message>
        <source>About %1 minutes.</source>
        <translation>Etwa %1 Minuten.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Es wird gezählt…</translation>
    </message>
    <message>
        <source>About %1 second.</source>
        <translation>Etwa %1 Sekunde.</translation>
    </message>
    <message>
        <source>About %1 minute.</source>
        <translation>Etwa %1 Minute.</translation>
    </message>
</context>
<context>
    <name>rb::ui::BlindVote</name>
    <message>
        <source>Left caption</source>
        <translation>Linke Beschreibung</translation>
    </message>
    <message>
        <source>Right caption</source>
        <translation>Rechte Beschreibung</translation>
    </message>
    <message>
        <source>Neither (0)</source>
        <translation>Keine von beiden (0)</translation>
    </message>
    <message>
        <source>Undo (Backspace)</source>
        <translation>Zurücknehmen (Rücktaste)</translation>
    </message>
    <message>
        <source>Blind vote</source>
        <translation>Blinde Abstimmung</translation>
    </message>
    <message>
        <source>Which caption describes the region better?</source>
        <translation>Welche Beschreibung trifft die Region besser?</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>Genug</translation>
    </message>
    <message>
        <source>1  ←</source>
        <translation>1  ←</translation>
    </message>
    <message>
        <source>→  2</source>
        <translation>→  2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 time</source>
        <translation>%1-mal</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1-mal</translation>
    </message>
    <message>
        <source>%1 tie</source>
        <translation>%1 Unentschieden</translation>
    </message>
    <message>
        <source>%1 ties</source>
        <translation>%1 Unentschieden</translation>
    </message>
    <message>
        <source>%1 of the ties is of the same words, which was not asked.</source>
        <translation>%1 Unentschieden betrifft gleiche Worte, nach denen nicht gefragt wurde.</translation>
    </message>
    <message>
        <source>%1 of the ties are the same words, which were not asked.</source>
        <translation>%1 Unentschieden betreffen gleiche Worte, nach denen nicht gefragt wurde.</translation>
    </message>
    <message>
        <source>So uneven a result comes by chance only %1 of 100 times when neither is better.</source>
        <translation>Ein so ungleiches Ergebnis kommt durch Zufall nur in %1 von 100 Fällen vor, wenn keine besser ist.</translation>
    </message>
    <message>
        <source>That may be chance: so uneven a result comes %1 of 100 times when neither is better.</source>
        <translation>Das kann Zufall sein: Ein so ungleiches Ergebnis kommt in %1 von 100 Fällen vor, wenn keine besser ist.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The votes are kept with the run.</source>
        <translation>Die Stimmen bleiben beim Lauf.</translation>
    </message>
    <message>
        <source>“%1” was better %2, “%3” %4; %5.</source>
        <translation>„%1“ war %2 besser, „%3“ %4; %5.</translation>
    </message>
</context>
<context>
    <name>rb::ui::CanvasBinding</name>
    <message>
        <source>Drop pictures here</source>
        <translation>Bilder hier ablegen</translation>
    </message>
    <message>
        <source>or open pictures or a folder with Ctrl+O, then press R and draw a box.</source>
        <translation>oder mit Strg+O Bilder oder einen Ordner öffnen, dann R drücken und ein Rechteck zeichnen.</translation>
    </message>
    <message>
        <source>This picture cannot be shown</source>
        <translation>Dieses Bild kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Draw region</source>
        <translation>Region zeichnen</translation>
    </message>
    <message>
        <source> Its regions and captions are kept. If it was moved, File › Find moved pictures looks for it.</source>
        <translation> Regionen und Beschriftungen bleiben erhalten. Wurde die Datei verschoben, sucht Datei › Verschobene Bilder suchen danach.</translation>
    </message>
</context>
<context>
    <name>rb::ui::CaptionComparison</name>
    <message>
        <source>When the training was looked at</source>
        <translation>Zeitpunkt der Zwischenprüfung</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>der Reihe nach</translation>
    </message>
    <message>
        <source>better first</source>
        <translation>bessere zuerst</translation>
    </message>
    <message>
        <source>worse first</source>
        <translation>schlechtere zuerst</translation>
    </message>
    <message>
        <source>largest difference first</source>
        <translation>größter Unterschied zuerst</translation>
    </message>
    <message>
        <source>Captions side by side</source>
        <translation>Beschreibungen nebeneinander</translation>
    </message>
    <message>
        <source>Vote blindly…</source>
        <translation>Blind abstimmen …</translation>
    </message>
    <message>
        <source>Before the training</source>
        <translation>Vor dem Training</translation>
    </message>
    <message>
        <source>After step %1</source>
        <translation>Nach Schritt %1</translation>
    </message>
    <message>
        <source>Captions of held-out regions come with the first look: when the training begins, and about ten times until its end.</source>
        <translation>Beschreibungen zurückgehaltener Regionen kommen mit der ersten Zwischenprüfung: zu Beginn des Trainings und etwa zehnmal bis zu seinem Ende.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>At first</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>rb::ui::CaptionDetails</name>
    <message>
        <source>Reading the history…</source>
        <translation>Der Verlauf wird gelesen …</translation>
    </message>
    <message>
        <source>About this caption</source>
        <translation>Über diese Beschreibung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>What was shown then</source>
        <translation>Was danach gezeigt wurde</translation>
    </message>
    <message>
        <source>What was shown here before</source>
        <translation>Was hier zuvor gezeigt wurde</translation>
    </message>
    <message>
        <source>There is no caption here.</source>
        <translation>Hier gibt es keine Beschreibung.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Geschrieben von</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punktzahl</translation>
    </message>
    <message>
        <source>%1 (mean log-probability of a token)</source>
        <translation>%1 (mittlere Log-Wahrscheinlichkeit eines Tokens)</translation>
    </message>
    <message>
        <source>Edited from</source>
        <translation>Bearbeitet aus</translation>
    </message>
    <message>
        <source>“%1” by %2</source>
        <translation>„%1“ von %2</translation>
    </message>
    <message>
        <source>First written</source>
        <translation>Zuerst geschrieben</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Below each token: how sure the model was of it, in per cent</source>
        <translation>Unter jedem Token: wie sicher das Modell dabei war, in Prozent</translation>
    </message>
    <message>
        <source>Nothing was ever shown here.</source>
        <translation>Hier wurde nie etwas gezeigt.</translation>
    </message>
    <message>
        <source>What was shown here, latest first:</source>
        <translation>Was hier gezeigt wurde, das Neueste zuerst:</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>Small numbers</source>
        <translation>Kleine Zahlen</translation>
    </message>
    <message>
        <source>how sure the model was of each piece of a word, in percent</source>
        <translation>wie sicher sich das Modell bei jedem Wortteil war, in Prozent</translation>
    </message>
</context>
<context>
    <name>rb::ui::CaptionEditor</name>
    <message>
        <source>Other captions: press the number</source>
        <translation>Andere Beschreibungen: die Ziffer drücken</translation>
    </message>
    <message>
        <source>Write a caption, or press I to let the model write one</source>
        <translation>Schreiben Sie eine Beschreibung, oder drücken Sie I, damit das Modell eine schreibt</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Other captions</source>
        <translation>Andere Beschreibungen</translation>
    </message>
    <message>
        <source>Accept and go on</source>
        <translation>Annehmen und weiter</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>Das ganze Bild</translation>
    </message>
    <message>
        <source>Region %1</source>
        <translation>Region %1</translation>
    </message>
    <message>
        <source>Press %1 to use this caption</source>
        <translation>%1 drücken, um diese Beschreibung zu verwenden</translation>
    </message>
    <message>
        <source>written by you</source>
        <translation>von Ihnen geschrieben</translation>
    </message>
    <message>
        <source>edited from %1</source>
        <translation>bearbeitet aus %1</translation>
    </message>
    <message>
        <source>beams: %1</source>
        <translation>Strahlen: %1</translation>
    </message>
    <message>
        <source>The whole cloud</source>
        <translation>Die ganze Punktwolke</translation>
    </message>
</context>
<context>
    <name>rb::ui::CaptionFlow</name>
    <message>
        <source>Caption region</source>
        <translation>Region beschreiben</translation>
    </message>
    <message>
        <source>Caption picture</source>
        <translation>Bild beschreiben</translation>
    </message>
</context>
<context>
    <name>rb::ui::CaptionModel</name>
    <message>
        <source>CIDEr %1 before, %2 now</source>
        <translation>CIDEr vorher %1, jetzt %2</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>Ein Mensch</translation>
    </message>
    <message>
        <source>CIDEr</source>
        <translation>CIDEr</translation>
    </message>
</context>
<context>
    <name>rb::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Befehl suchen oder ausführen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
</context>
<context>
    <name>rb::ui::CopiesDialog</name>
    <message>
        <source>snapshot</source>
        <translation>Momentaufnahme</translation>
    </message>
    <message>
        <source>backup, made by itself</source>
        <translation>Sicherung, von selbst angelegt</translation>
    </message>
    <message>
        <source>what was there before going back</source>
        <translation>was vor dem Zurückgehen da war</translation>
    </message>
    <message>
        <source>before a newer version of the program</source>
        <translation>vor einer neueren Version des Programms</translation>
    </message>
    <message>
        <source>Copies and backups</source>
        <translation>Kopien und Sicherungen</translation>
    </message>
    <message>
        <source>Name of a new copy, such as: before cleaning up</source>
        <translation>Name einer neuen Kopie, etwa: vor dem Aufräumen</translation>
    </message>
    <message>
        <source>Name of a new copy</source>
        <translation>Name einer neuen Kopie</translation>
    </message>
    <message>
        <source>&amp;Keep a copy</source>
        <translation>Eine Kopie &amp;behalten</translation>
    </message>
    <message>
        <source>Copies of this project</source>
        <translation>Kopien dieses Projekts</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Going back puts a copy in the project&apos;s place. What is there now is kept as a copy, too, so that nothing is lost.</source>
        <translation>Beim Zurückgehen tritt eine Kopie an die Stelle des Projekts. Was jetzt da ist, bleibt ebenfalls als Kopie, sodass nichts verloren geht.</translation>
    </message>
    <message>
        <source>This project is open elsewhere, and can only be looked at: copies can be kept, but none can take its place.</source>
        <translation>Dieses Projekt ist anderswo geöffnet und kann nur angesehen werden: Kopien lassen sich behalten, aber keine kann an seine Stelle treten.</translation>
    </message>
    <message>
        <source>&amp;Go back to it</source>
        <translation>Zu ihr &amp;zurückgehen</translation>
    </message>
    <message>
        <source>Move to &amp;trash</source>
        <translation>In den &amp;Papierkorb</translation>
    </message>
    <message>
        <source>%1 cannot be moved to the trash; delete it with your file manager.</source>
        <translation>%1 kann nicht in den Papierkorb verschoben werden; löschen Sie sie mit Ihrem Dateimanager.</translation>
    </message>
</context>
<context>
    <name>rb::ui::CrashDialog</name>
    <message>
        <source>The program ended unexpectedly</source>
        <translation>Das Programm endete unerwartet</translation>
    </message>
    <message>
        <source>RegionBLIP Studio ended unexpectedly the last time. Your edits are safe: each was on disk when it was made. This note says where it happened. It stays on this computer; copy it if you want to report the fault.</source>
        <translation>RegionBLIP Studio endete beim letzten Mal unerwartet. Ihre Änderungen sind sicher: Jede war sofort gespeichert. Diese Notiz sagt, wo es geschah. Sie bleibt auf diesem Rechner; kopieren Sie sie, wenn Sie den Fehler melden möchten.</translation>
    </message>
    <message>
        <source>Note of the crash</source>
        <translation>Notiz zum Absturz</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>rb::ui::DataCardDialog</name>
    <message>
        <source>Data card</source>
        <translation>Datenblatt</translation>
    </message>
    <message>
        <source>not stated, such as CC BY 4.0</source>
        <translation>nicht angegeben, etwa CC BY 4.0</translation>
    </message>
    <message>
        <source>What else a reader should know, in Markdown</source>
        <translation>Was ein Leser sonst wissen sollte, in Markdown</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>&amp;Lizenz</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Anmerkungen</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save data card</source>
        <translation>Datenblatt speichern</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt …</translation>
    </message>
</context>
<context>
    <name>rb::ui::DataChoice</name>
    <message>
        <source>Splits…</source>
        <translation>Aufteilung …</translation>
    </message>
    <message>
        <source>All accepted captions</source>
        <translation>Alle angenommenen Beschreibungen</translation>
    </message>
    <message>
        <source>Which captions are learnt</source>
        <translation>Welche Beschreibungen gelernt werden</translation>
    </message>
    <message>
        <source>&amp;Captions</source>
        <translation>&amp;Beschreibungen</translation>
    </message>
    <message>
        <source>No caption is accepted yet. Accept some with Ctrl+Enter: only accepted captions are learnt.</source>
        <translation>Noch ist keine Beschreibung angenommen. Nehmen Sie einige mit Strg+Eingabe an: Nur angenommene Beschreibungen werden gelernt.</translation>
    </message>
    <message>
        <source>The query finds no accepted caption to learn from.</source>
        <translation>Die Suche findet keine angenommene Beschreibung zum Lernen.</translation>
    </message>
    <message>
        <source>%1 from %2. </source>
        <translation>Zum Lernen: %1 aus %2. </translation>
    </message>
    <message>
        <source>%1 caption is learnt</source>
        <translation>%1 Beschreibung</translation>
    </message>
    <message>
        <source>%1 captions are learnt</source>
        <translation>%1 Beschreibungen</translation>
    </message>
    <message>
        <source>%1 picture</source>
        <translation>%1 Bild</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 Bildern</translation>
    </message>
    <message>
        <source>%1 for measuring.</source>
        <translation>Zum Messen: %1.</translation>
    </message>
    <message>
        <source>%1 is held out</source>
        <translation>%1 zurückgehalten</translation>
    </message>
    <message>
        <source>%1 are held out</source>
        <translation>%1 zurückgehalten</translation>
    </message>
    <message>
        <source>%1 point cloud</source>
        <translation>%1 Punktwolke</translation>
    </message>
    <message>
        <source>%1 point clouds</source>
        <translation>%1 Punktwolken</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Nothing is held out in the split “val”: every tenth picture and cloud will be kept for measuring.</source>
        <translation>Im Teil „val“ ist nichts zurückgehalten: Jedes zehnte Bild und jede zehnte Wolke wird zum Messen aufgehoben.</translation>
    </message>
    <message>
        <source>Nothing can be held out of so few pictures and clouds: the training will not be measured.</source>
        <translation>Aus so wenigen Bildern und Wolken kann nichts zurückgehalten werden: Das Training wird nicht gemessen.</translation>
    </message>
</context>
<context>
    <name>rb::ui::ExportDialog</name>
    <message>
        <source>Copy the pictures, too</source>
        <translation>Auch die Bilder kopieren</translation>
    </message>
    <message>
        <source>Export data set</source>
        <translation>Datensatz exportieren</translation>
    </message>
    <message>
        <source>Accepted captions, else the first draft</source>
        <translation>Angenommene Beschreibungen, sonst der erste Entwurf</translation>
    </message>
    <message>
        <source>Accepted captions only</source>
        <translation>Nur angenommene Beschreibungen</translation>
    </message>
    <message>
        <source>All, also rejected and alternative ones</source>
        <translation>Alle, auch abgelehnte und Alternativen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Variant</source>
        <translation>&amp;Variante</translation>
    </message>
    <message>
        <source>&amp;Captions</source>
        <translation>&amp;Beschreibungen</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>&amp;Aufteilung</translation>
    </message>
    <message>
        <source>Nothing is written before you choose a place:</source>
        <translation>Nichts wird geschrieben, bevor Sie einen Ort wählen:</translation>
    </message>
    <message>
        <source>%1 (point clouds)</source>
        <translation>%1 (Punktwolken)</translation>
    </message>
    <message>
        <source>Counting what is kept and what is not…</source>
        <translation>Es wird gezählt, was bleibt und was nicht…</translation>
    </message>
</context>
<context>
    <name>rb::ui::FirstSteps</name>
    <message>
        <source>Do not show again</source>
        <translation>Nicht wieder zeigen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>First steps: %1</source>
        <translation>Erste Schritte: %1</translation>
    </message>
</context>
<context>
    <name>rb::ui::GalleryModel</name>
    <message>
        <source>%1 region</source>
        <translation>%1 Region</translation>
    </message>
    <message>
        <source>%1 regions</source>
        <translation>%1 Regionen</translation>
    </message>
    <message>
        <source>%1 draft</source>
        <translation>%1 Entwurf</translation>
    </message>
    <message>
        <source>%1 drafts</source>
        <translation>%1 Entwürfe</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>%1 angenommen</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
</context>
<context>
    <name>rb::ui::GalleryPanel</name>
    <message>
        <source>Filter by name, words or split:train</source>
        <translation>Nach Name, Wörtern oder split:train filtern</translation>
    </message>
    <message>
        <source>Filter pictures</source>
        <translation>Bilder filtern</translation>
    </message>
    <message>
        <source>Pictures of the project</source>
        <translation>Bilder des Projekts</translation>
    </message>
    <message>
        <source>%1 picture</source>
        <translation>%1 Bild</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 Bilder</translation>
    </message>
    <message>
        <source>%1 region</source>
        <translation>%1 Region</translation>
    </message>
    <message>
        <source>%1 regions</source>
        <translation>%1 Regionen</translation>
    </message>
    <message>
        <source>%1 draft</source>
        <translation>%1 Entwurf</translation>
    </message>
    <message>
        <source>%1 drafts</source>
        <translation>%1 Entwürfe</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 cloud</source>
        <translation>%1 Wolke</translation>
    </message>
    <message>
        <source>%1 clouds</source>
        <translation>%1 Wolken</translation>
    </message>
</context>
<context>
    <name>rb::ui::GenerationDialog</name>
    <message>
        <source>&amp;Beam search: the likeliest words, always the same</source>
        <translation>&amp;Strahlensuche: die wahrscheinlichsten Worte, immer dieselben</translation>
    </message>
    <message>
        <source>&amp;Sampling: different words for every seed</source>
        <translation>&amp;Zufallsauswahl: andere Worte mit jedem Startwert</translation>
    </message>
    <message>
        <source>&amp;Write all captions like this from now on</source>
        <translation>&amp;Von jetzt an alle Beschreibungen so schreiben</translation>
    </message>
    <message>
        <source>Write captions with options</source>
        <translation>Beschreibungen mit Optionen schreiben</translation>
    </message>
    <message>
        <source>&amp;Captions to choose from</source>
        <translation>&amp;Beschreibungen zur Auswahl</translation>
    </message>
    <message>
        <source>The best is shown, the others stand below it as alternatives</source>
        <translation>Die beste wird gezeigt, die anderen stehen als Alternativen darunter</translation>
    </message>
    <message>
        <source>&amp;At least</source>
        <translation>&amp;Mindestens</translation>
    </message>
    <message>
        <source>A caption does not end before it has so many tokens</source>
        <translation>Eine Beschreibung endet nicht, bevor sie so viele Token hat</translation>
    </message>
    <message>
        <source>At &amp;most</source>
        <translation>&amp;Höchstens</translation>
    </message>
    <message>
        <source>A caption ends after so many tokens</source>
        <translation>Eine Beschreibung endet nach so vielen Token</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> Token</translation>
    </message>
    <message>
        <source>&amp;Repetition penalty</source>
        <translation>&amp;Wiederholungsstrafe</translation>
    </message>
    <message>
        <source>Above 1 words that were said already become less likely</source>
        <translation>Über 1 werden schon gesagte Wörter unwahrscheinlicher</translation>
    </message>
    <message>
        <source>&amp;Never repeat</source>
        <translation>&amp;Nie wiederholen</translation>
    </message>
    <message>
        <source>No run of so many tokens occurs twice; 0 allows it</source>
        <translation>Keine Folge von so vielen Token kommt zweimal vor; 0 erlaubt es</translation>
    </message>
    <message>
        <source>Write %1 caption</source>
        <translation>%1 Beschreibung schreiben</translation>
    </message>
    <message>
        <source>Write %1 captions</source>
        <translation>%1 Beschreibungen schreiben</translation>
    </message>
    <message>
        <source>What people wrote or accepted stays; new captions become alternatives there.</source>
        <translation>Was Menschen geschrieben oder angenommen haben, bleibt; neue Beschreibungen werden dort zu Alternativen.</translation>
    </message>
    <message>
        <source>B&amp;eams</source>
        <translation>S&amp;trahlen</translation>
    </message>
    <message>
        <source>So many captions grow side by side; more find likelier ones and take longer</source>
        <translation>So viele Beschreibungen wachsen nebeneinander; mehr finden wahrscheinlichere und brauchen länger</translation>
    </message>
    <message>
        <source>&amp;Length penalty</source>
        <translation>&amp;Längenstrafe</translation>
    </message>
    <message>
        <source>Above 1 prefers long captions, below 1 short ones</source>
        <translation>Über 1 bevorzugt lange Beschreibungen, unter 1 kurze</translation>
    </message>
    <message>
        <source>Likeliest &amp;part</source>
        <translation>Wahrscheinlichster T&amp;eil</translation>
    </message>
    <message>
        <source>Words are drawn from the likeliest ones that make up this part of all probability</source>
        <translation>Wörter werden aus den wahrscheinlichsten gezogen, die zusammen diesen Teil aller Wahrscheinlichkeit ausmachen</translation>
    </message>
    <message>
        <source>&amp;Temperature</source>
        <translation>Tem&amp;peratur</translation>
    </message>
    <message>
        <source>Above 1 bolder, below 1 tamer</source>
        <translation>Über 1 kühner, unter 1 zahmer</translation>
    </message>
    <message>
        <source>Se&amp;ed</source>
        <translation>Sta&amp;rtwert</translation>
    </message>
    <message>
        <source>The same seed gives the same words</source>
        <translation>Derselbe Startwert gibt dieselben Worte</translation>
    </message>
</context>
<context>
    <name>rb::ui::GrowDialog</name>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Least probability that caption and region match, as the model reads them word by word</source>
        <translation>Kleinste Wahrscheinlichkeit, dass Beschreibung und Region übereinstimmen, wie das Modell sie Wort für Wort liest</translation>
    </message>
    <message>
        <source>Least cosine of the features of caption and region</source>
        <translation>Kleinster Kosinus der Merkmale von Beschreibung und Region</translation>
    </message>
    <message>
        <source>Grow the data set</source>
        <translation>Datensatz erweitern</translation>
    </message>
    <message>
        <source>What is kept becomes drafts. Captions that are there stay as they are. All of it is one step of undo.</source>
        <translation>Was behalten wird, wird zum Entwurf. Vorhandene Beschreibungen bleiben, wie sie sind. Alles zusammen ist ein Schritt beim Rückgängigmachen.</translation>
    </message>
    <message>
        <source>Regions without a caption</source>
        <translation>Regionen ohne Beschreibung</translation>
    </message>
    <message>
        <source>New boxes around contours</source>
        <translation>Neue Rechtecke um Umrisse</translation>
    </message>
    <message>
        <source>New boxes in a grid</source>
        <translation>Neue Rechtecke in einem Raster</translation>
    </message>
    <message>
        <source>The box cut out, as a picture of its own</source>
        <translation>Das Rechteck ausgeschnitten, als eigenes Bild</translation>
    </message>
    <message>
        <source>The box in its picture</source>
        <translation>Das Rechteck in seinem Bild</translation>
    </message>
    <message>
        <source>all that are good enough</source>
        <translation>alle, die gut genug sind</translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation>&amp;Rechtecke</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>W&amp;o</translation>
    </message>
    <message>
        <source>&amp;New boxes a picture</source>
        <translation>&amp;Neue Rechtecke je Bild</translation>
    </message>
    <message>
        <source>The model &amp;sees</source>
        <translation>Das Modell &amp;sieht</translation>
    </message>
    <message>
        <source>Least &amp;match (ITM)</source>
        <translation>Kleinste Ü&amp;bereinstimmung (ITM)</translation>
    </message>
    <message>
        <source>Least &amp;likeness (ITC)</source>
        <translation>Kleinste Ähn&amp;lichkeit (ITC)</translation>
    </message>
    <message>
        <source>Keep a &amp;picture</source>
        <translation>&amp;Je Bild behalten</translation>
    </message>
    <message>
        <source>Try on %1 pictures</source>
        <translation>An %1 Bildern erproben</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Erweitern</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Wird erprobt …</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>%1 picture, </source>
        <translation>%1 Bild, </translation>
    </message>
    <message>
        <source>%1 pictures, </source>
        <translation>%1 Bilder, </translation>
    </message>
    <message>
        <source>%1 region without a caption; </source>
        <translation>%1 Region ohne Beschreibung; </translation>
    </message>
    <message>
        <source>%1 regions without a caption; </source>
        <translation>%1 Regionen ohne Beschreibung; </translation>
    </message>
    <message>
        <source>%1 has one.</source>
        <translation>%1 hat eine.</translation>
    </message>
    <message>
        <source>%1 have one.</source>
        <translation>%1 haben eine.</translation>
    </message>
    <message>
        <source>up to %1 new boxes to caption.</source>
        <translation>bis zu %1 neue Rechtecke zu beschreiben.</translation>
    </message>
    <message>
        <source>%1 cannot be seen.</source>
        <translation>%1 sind nicht zu sehen.</translation>
    </message>
    <message>
        <source>Try it on a few pictures to see captions, scores, and how long it will take.</source>
        <translation>Erproben Sie es an einigen Bildern, um Beschreibungen, Punktzahlen und die Dauer zu sehen.</translation>
    </message>
    <message>
        <source>Tried: %1 of %2 are good enough. The whole: about %3 captions, of which %4 are kept, in about %5.</source>
        <translation>Erprobt: %1 von %2 sind gut genug. Das Ganze: etwa %3 Beschreibungen, von denen %4 behalten werden, in etwa %5.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Es wird gezählt…</translation>
    </message>
</context>
<context>
    <name>rb::ui::GrowExamples</name>
    <message>
        <source>✓ kept</source>
        <translation>✓ behalten</translation>
    </message>
    <message>
        <source>✗ below a threshold</source>
        <translation>✗ unter einer Schwelle</translation>
    </message>
    <message>
        <source>✗ enough better ones</source>
        <translation>✗ genug bessere</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Match (ITM)</source>
        <translation>Übereinstimmung (ITM)</translation>
    </message>
    <message>
        <source>Likeness (ITC)</source>
        <translation>Ähnlichkeit (ITC)</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Captions that were tried</source>
        <translation>Erprobte Beschreibungen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>rb::ui::HistoryModel</name>
    <message>
        <source>Before the first edit</source>
        <translation>Vor der ersten Änderung</translation>
    </message>
    <message>
        <source>%1, the present state</source>
        <translation>%1, der jetzige Stand</translation>
    </message>
    <message>
        <source>%1, taken back</source>
        <translation>%1, zurückgenommen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>rb::ui::HistoryPanel</name>
    <message>
        <source>History of the project</source>
        <translation>Verlauf des Projekts</translation>
    </message>
    <message>
        <source>Click a line to go there. What is taken back can be made again.</source>
        <translation>Ein Klick auf eine Zeile führt dorthin. Was zurückgenommen ist, lässt sich wiederherstellen.</translation>
    </message>
</context>
<context>
    <name>rb::ui::ImageView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, %1 × %2 px at %3, %4</source>
        <translation>, %1 × %2 px bei %3, %4</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 of %2 regions selected</source>
        <translation>%1 von %2 Regionen ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s)</source>
        <translation>
            <numerusform>%n Region</numerusform>
            <numerusform>%n Regionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Region %1 of %2: %3</source>
        <translation>Region %1 von %2: %3</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
    <message>
        <source>%1 × %2 px, %3°</source>
        <translation>%1 × %2 px, %3°</translation>
    </message>
    <message>
        <source>Select tool</source>
        <translation>Auswahlwerkzeug</translation>
    </message>
    <message>
        <source>Box tool</source>
        <translation>Rechteckwerkzeug</translation>
    </message>
    <message>
        <source>Rotated box tool</source>
        <translation>Werkzeug für gedrehte Rechtecke</translation>
    </message>
    <message>
        <source>Polygon tool</source>
        <translation>Vieleckwerkzeug</translation>
    </message>
    <message>
        <source>Pan tool</source>
        <translation>Verschiebewerkzeug</translation>
    </message>
</context>
<context>
    <name>rb::ui::ImportDialog</name>
    <message>
        <source>Read the last two numbers as a corner</source>
        <translation>Die letzten beiden Zahlen als Ecke lesen</translation>
    </message>
    <message>
        <source>Read the last two numbers as a size</source>
        <translation>Die letzten beiden Zahlen als Größe lesen</translation>
    </message>
    <message>
        <source>Multiply by the picture&apos;s size</source>
        <translation>Mit der Größe des Bildes malnehmen</translation>
    </message>
    <message>
        <source>Count pixels from 0</source>
        <translation>Bildpunkte ab 0 zählen</translation>
    </message>
    <message>
        <source>Scale the boxes to the pictures on disk</source>
        <translation>Die Rechtecke auf die vorhandenen Bilder skalieren</translation>
    </message>
    <message>
        <source>Turn the boxes with their pictures</source>
        <translation>Die Rechtecke mit ihren Bildern drehen</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Choose a format</source>
        <translation>Format wählen</translation>
    </message>
    <message>
        <source>where the format&apos;s habit puts them</source>
        <translation>wo das Format sie gewöhnlich ablegt</translation>
    </message>
    <message>
        <source>Folder of the pictures</source>
        <translation>Ordner der Bilder</translation>
    </message>
    <message>
        <source>Accepted: people wrote them</source>
        <translation>Angenommen: Menschen schrieben sie</translation>
    </message>
    <message>
        <source>Drafts: they are to be reviewed</source>
        <translation>Entwürfe: sie sind noch zu prüfen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Pictures in</source>
        <translation>&amp;Bilder in</translation>
    </message>
    <message>
        <source>&amp;Captions are</source>
        <translation>Be&amp;schreibungen sind</translation>
    </message>
    <message>
        <source>&amp;Split of pictures without one</source>
        <translation>&amp;Aufteilung der Bilder ohne eine</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>The format of this file was not recognised; choose it if you know it.</source>
        <translation>Das Format dieser Datei wurde nicht erkannt; wählen Sie es, wenn Sie es kennen.</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>Die Datei wird angesehen …</translation>
    </message>
    <message>
        <source>%1 pictures, %2 regions, %3 captions of regions, %4 of whole pictures.</source>
        <translation>%1 Bilder, %2 Regionen, %3 Beschreibungen von Regionen, %4 von ganzen Bildern.</translation>
    </message>
    <message>
        <source> %1 pictures are not there, such as %2; they keep their regions and can be found again later.</source>
        <translation> %1 Bilder fehlen, etwa %2; sie behalten ihre Regionen und können später wiedergefunden werden.</translation>
    </message>
    <message>
        <source>%1 (point clouds)</source>
        <translation>%1 (Punktwolken)</translation>
    </message>
</context>
<context>
    <name>rb::ui::ImportProgressDialog</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>%1 wird importiert</translation>
    </message>
    <message>
        <source>Import is running</source>
        <translation>Import läuft</translation>
    </message>
    <message>
        <source>It is one edit: stopping leaves the project as it was, and so does undo later.</source>
        <translation>Es ist eine Änderung: Anhalten lässt das Projekt, wie es war, und späteres Rückgängigmachen ebenso.</translation>
    </message>
    <message>
        <source>%1 regions, %2 a second</source>
        <translation>%1 Regionen, %2 je Sekunde</translation>
    </message>
    <message>
        <source>%1 regions</source>
        <translation>%1 Regionen</translation>
    </message>
</context>
<context>
    <name>rb::ui::KeyField</name>
    <message>
        <source>Press keys to add them</source>
        <translation>Tasten drücken, um sie hinzuzufügen</translation>
    </message>
</context>
<context>
    <name>rb::ui::KeyRow</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Give this action its default keys again</source>
        <translation>Diesem Befehl wieder seine vorgegebenen Tasten geben</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>rb::ui::LeakTable</name>
    <message>
        <source>same content</source>
        <translation>gleicher Inhalt</translation>
    </message>
    <message>
        <source>same caption and box</source>
        <translation>gleiche Beschreibung und gleiches Rechteck</translation>
    </message>
    <message>
        <source>same file name</source>
        <translation>gleicher Dateiname</translation>
    </message>
    <message>
        <source>Leak</source>
        <translation>Überschneidung</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What stands in more than one split</source>
        <translation>Was in mehr als einem Teil steht</translation>
    </message>
    <message>
        <source>The present splits share no content, no file name, and no caption with its box.</source>
        <translation>Die jetzigen Teile haben keinen Inhalt, keinen Dateinamen und keine Beschreibung mit Rechteck gemeinsam.</translation>
    </message>
    <message>
        <source>%1 file&apos;s content</source>
        <translation>den Inhalt von %1 Datei</translation>
    </message>
    <message>
        <source>the content of %1 files</source>
        <translation>den Inhalt von %1 Dateien</translation>
    </message>
    <message>
        <source>%1 caption with its box</source>
        <translation>%1 Beschreibung mit ihrem Rechteck</translation>
    </message>
    <message>
        <source>%1 captions with their boxes</source>
        <translation>%1 Beschreibungen mit ihren Rechtecken</translation>
    </message>
    <message>
        <source>%1 file name</source>
        <translation>%1 Dateinamen</translation>
    </message>
    <message>
        <source>%1 file names</source>
        <translation>%1 Dateinamen</translation>
    </message>
    <message>
        <source>The present splits share %1.</source>
        <translation>Die jetzigen Teile haben %1 gemeinsam.</translation>
    </message>
</context>
<context>
    <name>rb::ui::LinePlot</name>
    <message>
        <source>Wheel or drag: zoom. Double click or 0: everything. Arrows: read values. L: logarithmic.</source>
        <translation>Mausrad oder Ziehen: zoomen. Doppelklick oder 0: alles. Pfeile: Werte ablesen. L: logarithmisch.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>&amp;Logarithmic</source>
        <translation>&amp;Logarithmisch</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>&amp;Alles zeigen</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>&amp;Bild speichern …</translation>
    </message>
    <message>
        <source>Save &amp;values…</source>
        <translation>&amp;Werte speichern …</translation>
    </message>
    <message>
        <source> (logarithmic)</source>
        <translation> (logarithmisch)</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
</context>
<context>
    <name>rb::ui::LintModel</name>
    <message>
        <source>Caption</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>%1, the first %2 are listed</source>
        <translation>%1, die ersten %2 sind aufgeführt</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <translation>(gelöscht)</translation>
    </message>
    <message>
        <source>(no words)</source>
        <translation>(keine Wörter)</translation>
    </message>
</context>
<context>
    <name>rb::ui::LintPanel</name>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Find near duplicates</source>
        <translation>Fast Gleiche suchen</translation>
    </message>
    <message>
        <source>Search for these</source>
        <translation>Nach diesen suchen</translation>
    </message>
    <message>
        <source>Also equal captions</source>
        <translation>Auch gleiche Beschreibungen</translation>
    </message>
    <message>
        <source>Shows everything of the current kind as a search</source>
        <translation>Zeigt alles von dieser Art als Suche</translation>
    </message>
    <message>
        <source>What seems wrong with captions</source>
        <translation>Was an Beschreibungen falsch scheint</translation>
    </message>
    <message>
        <source>The project has changed since; Refresh looks again.</source>
        <translation>Das Projekt hat sich seither geändert; Aktualisieren sieht erneut nach.</translation>
    </message>
    <message>
        <source>%1 finding.</source>
        <translation>%1 Befund.</translation>
    </message>
    <message>
        <source>%1 findings.</source>
        <translation>%1 Befunde.</translation>
    </message>
    <message>
        <source>Nothing seems wrong with the captions.</source>
        <translation>An den Beschreibungen scheint nichts falsch.</translation>
    </message>
    <message>
        <source>No two are nearly the same.</source>
        <translation>Keine zwei sind fast gleich.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Comparing all captions…</source>
        <translation>Alle Beschreibungen werden verglichen …</translation>
    </message>
</context>
<context>
    <name>rb::ui::LossTable</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Entfallen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What is kept, changed and dropped</source>
        <translation>Was erhalten bleibt, sich ändert und entfällt</translation>
    </message>
</context>
<context>
    <name>rb::ui::MainActions</name>
    <message>
        <source>&amp;Open pictures…</source>
        <translation>Bilder ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Add pictures to the project</source>
        <translation>Bilder in das Projekt aufnehmen</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen …</translation>
    </message>
    <message>
        <source>Add all pictures of a folder to the project</source>
        <translation>Alle Bilder eines Ordners in das Projekt aufnehmen</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Neues Projekt …</translation>
    </message>
    <message>
        <source>Start an empty project file</source>
        <translation>Eine leere Projektdatei anlegen</translation>
    </message>
    <message>
        <source>Open &amp;project…</source>
        <translation>&amp;Projekt öffnen …</translation>
    </message>
    <message>
        <source>Open a project file</source>
        <translation>Eine Projektdatei öffnen</translation>
    </message>
    <message>
        <source>Open the &amp;sample project</source>
        <translation>&amp;Beispielprojekt öffnen</translation>
    </message>
    <message>
        <source>&amp;Save a snapshot</source>
        <translation>&amp;Sicherungsstand speichern</translation>
    </message>
    <message>
        <source>Everything is saved at once; this keeps a dated copy beside the project</source>
        <translation>Alles wird sofort gespeichert; dies legt eine Kopie mit Datum neben das Projekt</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>Take regions and captions of other programs into the project</source>
        <translation>Regionen und Beschreibungen anderer Programme in das Projekt übernehmen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Write regions and captions for other programs</source>
        <translation>Regionen und Beschreibungen für andere Programme schreiben</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the window; everything is saved</source>
        <translation>Das Fenster schließen; alles ist gespeichert</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last edit</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Make the edit again</source>
        <translation>Die Änderung wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Delete region</source>
        <translation>Region &amp;löschen</translation>
    </message>
    <message>
        <source>Delete the selected regions</source>
        <translation>Die ausgewählten Regionen löschen</translation>
    </message>
    <message>
        <source>Select &amp;all regions</source>
        <translation>&amp;Alle Regionen auswählen</translation>
    </message>
    <message>
        <source>Select all regions of the picture</source>
        <translation>Alle Regionen des Bildes auswählen</translation>
    </message>
    <message>
        <source>Search or run a &amp;command…</source>
        <translation>&amp;Befehl suchen oder ausführen …</translation>
    </message>
    <message>
        <source>Find any action by name</source>
        <translation>Jeden Befehl über seinen Namen finden</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>&amp;Tasten und Maus</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>&amp;Copy regions</source>
        <translation>Regionen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the selected regions with their captions</source>
        <translation>Die ausgewählten Regionen mit ihren Beschreibungen kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste regions</source>
        <translation>Regionen &amp;einfügen</translation>
    </message>
    <message>
        <source>Put copied regions on this picture</source>
        <translation>Kopierte Regionen auf dieses Bild setzen</translation>
    </message>
    <message>
        <source>Paste on the ne&amp;xt picture</source>
        <translation>Auf dem &amp;nächsten Bild einfügen</translation>
    </message>
    <message>
        <source>Go to the next picture and put the selected regions there</source>
        <translation>Zum nächsten Bild gehen und die ausgewählten Regionen dort einfügen</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>A copy beside each selected region</source>
        <translation>Eine Kopie neben jeder ausgewählten Region</translation>
    </message>
    <message>
        <source>&amp;Hide or show</source>
        <translation>&amp;Aus- oder einblenden</translation>
    </message>
    <message>
        <source>Hide the selected regions, or show them again</source>
        <translation>Die ausgewählten Regionen ausblenden oder wieder zeigen</translation>
    </message>
    <message>
        <source>&amp;Lock or unlock</source>
        <translation>&amp;Sperren oder freigeben</translation>
    </message>
    <message>
        <source>Keep the selected regions where they are</source>
        <translation>Die ausgewählten Regionen an ihrer Stelle festhalten</translation>
    </message>
    <message>
        <source>Place, size and &amp;label…</source>
        <translation>Ort, &amp;Größe und Klasse …</translation>
    </message>
    <message>
        <source>Numbers and label of the selected region</source>
        <translation>Zahlen und Klasse der ausgewählten Region</translation>
    </message>
    <message>
        <source>To the &amp;front</source>
        <translation>Ganz nach &amp;vorn</translation>
    </message>
    <message>
        <source>Draw and list the selected regions last</source>
        <translation>Die ausgewählten Regionen zuletzt zeichnen und aufführen</translation>
    </message>
    <message>
        <source>One place f&amp;orward</source>
        <translation>Eine Stelle nach v&amp;orn</translation>
    </message>
    <message>
        <source>Draw and list the selected regions one place later</source>
        <translation>Die ausgewählten Regionen eine Stelle später zeichnen und aufführen</translation>
    </message>
    <message>
        <source>One place &amp;back</source>
        <translation>Eine Stelle nach h&amp;inten</translation>
    </message>
    <message>
        <source>Draw and list the selected regions one place earlier</source>
        <translation>Die ausgewählten Regionen eine Stelle früher zeichnen und aufführen</translation>
    </message>
    <message>
        <source>To the bac&amp;k</source>
        <translation>Ganz nach &amp;hinten</translation>
    </message>
    <message>
        <source>Draw and list the selected regions first</source>
        <translation>Die ausgewählten Regionen zuerst zeichnen und aufführen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>Search regions and captions: words, label:dog, state:draft, score:&lt;0.4</source>
        <translation>Regionen und Beschreibungen suchen: Wörter, label:dog, state:draft, score:&lt;0.4</translation>
    </message>
    <message>
        <source>Find and &amp;replace…</source>
        <translation>Suchen und &amp;ersetzen …</translation>
    </message>
    <message>
        <source>Change words in many captions, after a preview</source>
        <translation>Wörter in vielen Beschreibungen ändern, nach einer Vorschau</translation>
    </message>
    <message>
        <source>Train, val and test &amp;splits…</source>
        <translation>&amp;Aufteilung in train, val und test …</translation>
    </message>
    <message>
        <source>Share the pictures out, and look for leaks between splits</source>
        <translation>Die Bilder aufteilen und nach Überschneidungen suchen</translation>
    </message>
    <message>
        <source>&amp;Data card…</source>
        <translation>&amp;Datenblatt …</translation>
    </message>
    <message>
        <source>Counts, splits, captions and where they come from, as a page of text</source>
        <translation>Zahlen, Aufteilung, Beschreibungen und ihre Herkunft als eine Seite Text</translation>
    </message>
    <message>
        <source>Change &amp;keys…</source>
        <translation>Tasten ä&amp;ndern …</translation>
    </message>
    <message>
        <source>Keys of every action; presets of labelme, CVAT and X-AnyLabeling</source>
        <translation>Tasten aller Befehle; Vorgaben von labelme, CVAT und X-AnyLabeling</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Erste Schritte</translation>
    </message>
    <message>
        <source>A short tour over the sample project</source>
        <translation>Ein kurzer Rundgang durch das Beispielprojekt</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Näher heran</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Further away</source>
        <translation>Weiter weg</translation>
    </message>
    <message>
        <source>&amp;Fit to the window</source>
        <translation>An das &amp;Fenster anpassen</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Das ganze Bild zeigen</translation>
    </message>
    <message>
        <source>Fit the &amp;width</source>
        <translation>An die &amp;Breite anpassen</translation>
    </message>
    <message>
        <source>Show the full width</source>
        <translation>Die volle Breite zeigen</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>One picture pixel on one screen pixel</source>
        <translation>Ein Bildpunkt auf einen Bildschirmpunkt</translation>
    </message>
    <message>
        <source>Wheel &amp;scrolls</source>
        <translation>&amp;Mausrad verschiebt</translation>
    </message>
    <message>
        <source>The wheel moves the picture, and zooms only with Ctrl</source>
        <translation>Das Mausrad verschiebt das Bild und zoomt nur mit Strg</translation>
    </message>
    <message>
        <source>&amp;Mini-map</source>
        <translation>&amp;Übersichtskarte</translation>
    </message>
    <message>
        <source>Show the whole picture in a corner while it is larger than the view</source>
        <translation>Das ganze Bild in einer Ecke zeigen, solange es größer als die Ansicht ist</translation>
    </message>
    <message>
        <source>Show &amp;hidden regions</source>
        <translation>Ausgeblendete Regionen &amp;zeigen</translation>
    </message>
    <message>
        <source>Draw hidden regions as ghosts</source>
        <translation>Ausgeblendete Regionen als Schatten zeichnen</translation>
    </message>
    <message>
        <source>Colour by &amp;label</source>
        <translation>Farbe nach &amp;Klasse</translation>
    </message>
    <message>
        <source>Regions of one label have one colour</source>
        <translation>Regionen einer Klasse haben eine Farbe</translation>
    </message>
    <message>
        <source>&amp;Brightness and contrast…</source>
        <translation>&amp;Helligkeit und Kontrast …</translation>
    </message>
    <message>
        <source>How the picture is shown; the file stays as it is</source>
        <translation>Wie das Bild gezeigt wird; die Datei bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>The window on the whole screen</source>
        <translation>Das Fenster auf dem ganzen Bildschirm</translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation>Farben des &amp;Systems</translation>
    </message>
    <message>
        <source>Dark or light as the desktop is</source>
        <translation>Dunkel oder hell wie der Schreibtisch</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>&amp;Dunkle Farben</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>&amp;Helle Farben</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>&amp;Always show captions</source>
        <translation>Beschreibungen &amp;immer zeigen</translation>
    </message>
    <message>
        <source>Every region carries its caption</source>
        <translation>Jede Region trägt ihre Beschreibung</translation>
    </message>
    <message>
        <source>Captions under the &amp;pointer</source>
        <translation>Beschreibung unter dem &amp;Mauszeiger</translation>
    </message>
    <message>
        <source>A caption is shown while the pointer is on its region</source>
        <translation>Eine Beschreibung erscheint, solange der Mauszeiger auf ihrer Region steht</translation>
    </message>
    <message>
        <source>Captions of &amp;selected regions</source>
        <translation>Beschreibungen der &amp;ausgewählten Regionen</translation>
    </message>
    <message>
        <source>Only selected regions carry their caption</source>
        <translation>Nur ausgewählte Regionen tragen ihre Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Select and move</source>
        <translation>&amp;Auswählen und verschieben</translation>
    </message>
    <message>
        <source>Select, move and resize regions</source>
        <translation>Regionen auswählen, verschieben und in der Größe ändern</translation>
    </message>
    <message>
        <source>Draw a &amp;box</source>
        <translation>&amp;Rechteck zeichnen</translation>
    </message>
    <message>
        <source>Draw a box; its caption is written at once</source>
        <translation>Ein Rechteck zeichnen; seine Beschreibung entsteht sofort</translation>
    </message>
    <message>
        <source>Draw a &amp;turned box</source>
        <translation>&amp;Gedrehtes Rechteck zeichnen</translation>
    </message>
    <message>
        <source>Two clicks along an edge, a third for the width</source>
        <translation>Zwei Klicks entlang einer Kante, ein dritter für die Breite</translation>
    </message>
    <message>
        <source>Draw a pol&amp;ygon</source>
        <translation>&amp;Vieleck zeichnen</translation>
    </message>
    <message>
        <source>Click the corners; Enter closes it</source>
        <translation>Die Ecken anklicken; die Eingabetaste schließt es</translation>
    </message>
    <message>
        <source>Move the &amp;picture</source>
        <translation>Bild ver&amp;schieben</translation>
    </message>
    <message>
        <source>Drag the picture (also with Space held, or the middle button)</source>
        <translation>Das Bild ziehen (auch mit gehaltener Leertaste oder der mittleren Maustaste)</translation>
    </message>
    <message>
        <source>S&amp;nap to edges</source>
        <translation>An Kanten ei&amp;nrasten</translation>
    </message>
    <message>
        <source>Edges attract what is drawn near them, but while Ctrl is held</source>
        <translation>Kanten ziehen an, was nahe bei ihnen gezeichnet wird, außer bei gehaltener Strg-Taste</translation>
    </message>
    <message>
        <source>Caption while dra&amp;wing</source>
        <translation>Beim &amp;Zeichnen beschreiben</translation>
    </message>
    <message>
        <source>Words for a box while it is still dragged</source>
        <translation>Worte für ein Rechteck, während es noch gezogen wird</translation>
    </message>
    <message>
        <source>S&amp;tay in draw mode</source>
        <translation>Im Zeichenmodus &amp;bleiben</translation>
    </message>
    <message>
        <source>Keep the box tool after each box</source>
        <translation>Nach jedem Rechteck beim Werkzeug bleiben</translation>
    </message>
    <message>
        <source>&amp;Next region</source>
        <translation>&amp;Nächste Region</translation>
    </message>
    <message>
        <source>Select the next region (also Tab on the picture)</source>
        <translation>Die nächste Region auswählen (auch Tab auf dem Bild)</translation>
    </message>
    <message>
        <source>Pre&amp;vious region</source>
        <translation>V&amp;orige Region</translation>
    </message>
    <message>
        <source>Select the previous region</source>
        <translation>Die vorige Region auswählen</translation>
    </message>
    <message>
        <source>Next &amp;picture</source>
        <translation>Nächstes B&amp;ild</translation>
    </message>
    <message>
        <source>Go to the next picture</source>
        <translation>Zum nächsten Bild gehen</translation>
    </message>
    <message>
        <source>Previous p&amp;icture</source>
        <translation>Voriges Bil&amp;d</translation>
    </message>
    <message>
        <source>Go to the previous picture</source>
        <translation>Zum vorigen Bild gehen</translation>
    </message>
    <message>
        <source>Next picture with &amp;drafts</source>
        <translation>Nächstes Bild mit En&amp;twürfen</translation>
    </message>
    <message>
        <source>Go to the next picture that has drafts</source>
        <translation>Zum nächsten Bild gehen, das Entwürfe hat</translation>
    </message>
    <message>
        <source>Previous picture with d&amp;rafts</source>
        <translation>Voriges Bild mit Entwü&amp;rfen</translation>
    </message>
    <message>
        <source>Go to the previous picture that has drafts</source>
        <translation>Zum vorigen Bild gehen, das Entwürfe hat</translation>
    </message>
    <message>
        <source>&amp;Write caption</source>
        <translation>Beschreibung &amp;schreiben</translation>
    </message>
    <message>
        <source>Let the model write the caption of the selected region, or of the picture</source>
        <translation>Das Modell die Beschreibung der ausgewählten Region oder des Bildes schreiben lassen</translation>
    </message>
    <message>
        <source>Caption the whole &amp;picture</source>
        <translation>Das ganze &amp;Bild beschreiben</translation>
    </message>
    <message>
        <source>Let the model write the picture&apos;s caption</source>
        <translation>Das Modell die Beschreibung des Bildes schreiben lassen</translation>
    </message>
    <message>
        <source>Caption &amp;many…</source>
        <translation>&amp;Viele beschreiben …</translation>
    </message>
    <message>
        <source>Let the model caption a selection, a search or the whole project</source>
        <translation>Das Modell eine Auswahl, eine Suche oder das ganze Projekt beschreiben lassen</translation>
    </message>
    <message>
        <source>&amp;Edit caption</source>
        <translation>Beschreibung &amp;bearbeiten</translation>
    </message>
    <message>
        <source>Type the caption; Esc gives the old text back</source>
        <translation>Die Beschreibung tippen; Esc gibt den alten Text zurück</translation>
    </message>
    <message>
        <source>&amp;Accept and go on</source>
        <translation>&amp;Annehmen und weiter</translation>
    </message>
    <message>
        <source>Accept the caption and go to the next region</source>
        <translation>Die Beschreibung annehmen und zur nächsten Region gehen</translation>
    </message>
    <message>
        <source>Accept all on the pict&amp;ure</source>
        <translation>A&amp;lle auf dem Bild annehmen</translation>
    </message>
    <message>
        <source>Accept every caption of the picture</source>
        <translation>Jede Beschreibung des Bildes annehmen</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>A&amp;blehnen</translation>
    </message>
    <message>
        <source>Reject the caption; it never leaves the project</source>
        <translation>Die Beschreibung ablehnen; sie verlässt das Projekt nie</translation>
    </message>
    <message>
        <source>&amp;Stop captioning</source>
        <translation>Beschreiben a&amp;nhalten</translation>
    </message>
    <message>
        <source>Stop the model at once</source>
        <translation>Das Modell sofort anhalten</translation>
    </message>
    <message>
        <source>Open &amp;model folder…</source>
        <translation>&amp;Modellordner öffnen …</translation>
    </message>
    <message>
        <source>Use another model</source>
        <translation>Ein anderes Modell verwenden</translation>
    </message>
    <message>
        <source>Use alternative %1</source>
        <translation>Alternative %1 verwenden</translation>
    </message>
    <message>
        <source>Show this alternative as the caption</source>
        <translation>Diese Alternative als Beschreibung zeigen</translation>
    </message>
    <message>
        <source>Find regions &amp;like this</source>
        <translation>Ähnliche Regionen &amp;finden</translation>
    </message>
    <message>
        <source>What looks like the selected region, the most alike first</source>
        <translation>Was wie die ausgewählte Region aussieht, das Ähnlichste zuerst</translation>
    </message>
    <message>
        <source>Mark points with a &amp;lasso</source>
        <translation>Punkte mit dem &amp;Lasso markieren</translation>
    </message>
    <message>
        <source>In a cloud: the points inside a line drawn by hand; Shift adds, Ctrl takes away, both intersect</source>
        <translation>In einer Punktwolke: die Punkte in einer von Hand gezogenen Linie; Umschalt fügt hinzu, Strg nimmt weg, beide bilden die Schnittmenge</translation>
    </message>
    <message>
        <source>&amp;Brush points</source>
        <translation>Punkte mit dem &amp;Pinsel markieren</translation>
    </message>
    <message>
        <source>In a cloud: the points under a round brush; [ and ] change its size</source>
        <translation>In einer Punktwolke: die Punkte unter einem runden Pinsel; [ und ] ändern seine Größe</translation>
    </message>
    <message>
        <source>&amp;Grow from a point</source>
        <translation>Von einem Punkt aus &amp;wachsen</translation>
    </message>
    <message>
        <source>In a cloud: the next click marks the point from which a region grows</source>
        <translation>In einer Punktwolke: Der nächste Klick setzt den Punkt, von dem aus eine Region wächst</translation>
    </message>
    <message>
        <source>Mark only what is &amp;seen</source>
        <translation>Nur &amp;Sichtbares markieren</translation>
    </message>
    <message>
        <source>In a cloud: marking leaves out what is hidden behind other points</source>
        <translation>In einer Punktwolke: Beim Markieren bleibt aus, was hinter anderen Punkten verborgen ist</translation>
    </message>
    <message>
        <source>&amp;Invert the region&apos;s points</source>
        <translation>Punkte der Region &amp;umkehren</translation>
    </message>
    <message>
        <source>In a cloud: the points that do not belong to the selected region</source>
        <translation>In einer Punktwolke: die Punkte, die nicht zur ausgewählten Region gehören</translation>
    </message>
    <message>
        <source>Caption the &amp;points alone</source>
        <translation>Nur die &amp;Punkte beschreiben</translation>
    </message>
    <message>
        <source>In a cloud: a caption for the selected region&apos;s points as an object</source>
        <translation>In einer Punktwolke: eine Beschreibung für die Punkte der ausgewählten Region als Objekt</translation>
    </message>
    <message>
        <source>From the &amp;front</source>
        <translation>Von &amp;vorn</translation>
    </message>
    <message>
        <source>Look at the cloud from the front</source>
        <translation>Die Punktwolke von vorn ansehen</translation>
    </message>
    <message>
        <source>From the &amp;right</source>
        <translation>Von &amp;rechts</translation>
    </message>
    <message>
        <source>Look at the cloud from the right</source>
        <translation>Die Punktwolke von rechts ansehen</translation>
    </message>
    <message>
        <source>From &amp;above</source>
        <translation>Von &amp;oben</translation>
    </message>
    <message>
        <source>Look at the cloud from above</source>
        <translation>Die Punktwolke von oben ansehen</translation>
    </message>
    <message>
        <source>&amp;Perspective or parallel</source>
        <translation>P&amp;erspektivisch oder parallel</translation>
    </message>
    <message>
        <source>Change between perspective and parallel projection</source>
        <translation>Zwischen perspektivischer und paralleler Projektion wechseln</translation>
    </message>
    <message>
        <source>Write with &amp;options…</source>
        <translation>Mit &amp;Optionen schreiben …</translation>
    </message>
    <message>
        <source>Beams or sampling, length, repetition, and how many captions to choose from</source>
        <translation>Strahlen oder Zufallsauswahl, Länge, Wiederholung und wie viele Beschreibungen zur Auswahl stehen</translation>
    </message>
    <message>
        <source>Abou&amp;t this caption…</source>
        <translation>Über diese Bes&amp;chreibung …</translation>
    </message>
    <message>
        <source>Who wrote it and how, how sure the model was of each word, and what stood here before</source>
        <translation>Wer sie wie geschrieben hat, wie sicher das Modell bei jedem Wort war und was hier zuvor stand</translation>
    </message>
    <message>
        <source>&amp;Grow the data set…</source>
        <translation>Datensatz &amp;erweitern …</translation>
    </message>
    <message>
        <source>Caption boxes of a detector or new ones, and keep what fits well enough</source>
        <translation>Rechtecke eines Detektors oder neue beschreiben und behalten, was gut genug passt</translation>
    </message>
    <message>
        <source>Show in the &amp;cloud</source>
        <translation>In der &amp;Punktwolke zeigen</translation>
    </message>
    <message>
        <source>Between a picture whose camera is known and its cloud: the region that shows the same thing; the first time it is made of the points that are seen</source>
        <translation>Zwischen einem Bild mit bekannter Kamera und seiner Punktwolke: die Region, die dasselbe zeigt; beim ersten Mal entsteht sie aus den sichtbaren Punkten</translation>
    </message>
    <message>
        <source>Pictures and point clouds to try everything on</source>
        <translation>Bilder und Punktwolken, um alles auszuprobieren</translation>
    </message>
    <message>
        <source>Find &amp;moved pictures…</source>
        <translation>&amp;Verschobene Bilder suchen…</translation>
    </message>
    <message>
        <source>Look in a folder for pictures and clouds that are missing</source>
        <translation>In einem Ordner nach fehlenden Bildern und Wolken suchen</translation>
    </message>
    <message>
        <source>&amp;Copies and backups…</source>
        <translation>&amp;Kopien und Sicherungen…</translation>
    </message>
    <message>
        <source>Keep a copy under a name, and go back to an earlier one</source>
        <translation>Eine Kopie unter einem Namen behalten und zu einer früheren zurückgehen</translation>
    </message>
    <message>
        <source>Pictures as a l&amp;ist</source>
        <translation>Bilder als L&amp;iste</translation>
    </message>
    <message>
        <source>A line for each picture: its size, split, regions and drafts</source>
        <translation>Eine Zeile für jedes Bild: Größe, Aufteilung, Regionen und Entwürfe</translation>
    </message>
    <message>
        <source>How points are mar&amp;ked…</source>
        <translation>Wie Punkte mar&amp;kiert werden…</translation>
    </message>
    <message>
        <source>In a cloud: how far a region grows, and between which depths lasso, polygon and brush mark</source>
        <translation>In einer Wolke: wie weit eine Region wächst und zwischen welchen Tiefen Lasso, Polygon und Pinsel markieren</translation>
    </message>
    <message>
        <source>Take the points in the &amp;box</source>
        <translation>Die Punkte im Kas&amp;ten übernehmen</translation>
    </message>
    <message>
        <source>In a cloud: the selected box becomes a region of just the points that are in it</source>
        <translation>In einer Wolke: Der gewählte Kasten wird zu einer Region genau der Punkte, die darin liegen</translation>
    </message>
    <message>
        <source>&amp;Turn the box to fit</source>
        <translation>Den Kasten passend &amp;drehen</translation>
    </message>
    <message>
        <source>In a cloud: the smallest box, turned as the region&apos;s points lie</source>
        <translation>In einer Wolke: der kleinste Kasten, gedreht, wie die Punkte der Region liegen</translation>
    </message>
    <message>
        <source>From the bac&amp;k</source>
        <translation>Von &amp;hinten</translation>
    </message>
    <message>
        <source>Look at the cloud from the back</source>
        <translation>Die Wolke von hinten ansehen</translation>
    </message>
    <message>
        <source>From the &amp;left</source>
        <translation>Von &amp;links</translation>
    </message>
    <message>
        <source>Look at the cloud from the left</source>
        <translation>Die Wolke von links ansehen</translation>
    </message>
    <message>
        <source>From &amp;below</source>
        <translation>Von &amp;unten</translation>
    </message>
    <message>
        <source>Look at the cloud from below</source>
        <translation>Die Wolke von unten ansehen</translation>
    </message>
    <message>
        <source>As in &amp;CloudCompare</source>
        <translation>Wie in &amp;CloudCompare</translation>
    </message>
    <message>
        <source>Left button turns, right and middle move</source>
        <translation>Linke Taste dreht, rechte und mittlere verschieben</translation>
    </message>
    <message>
        <source>As in &amp;VTK</source>
        <translation>Wie in &amp;VTK</translation>
    </message>
    <message>
        <source>Left button turns, middle moves, right zooms, Ctrl with left rolls</source>
        <translation>Linke Taste dreht, mittlere verschiebt, rechte zoomt, Strg mit links rollt</translation>
    </message>
    <message>
        <source>As in C&amp;VAT</source>
        <translation>Wie in C&amp;VAT</translation>
    </message>
    <message>
        <source>Left button turns, right moves, middle zooms</source>
        <translation>Linke Taste dreht, rechte verschiebt, mittlere zoomt</translation>
    </message>
</context>
<context>
    <name>rb::ui::MainWindow</name>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Caption check</source>
        <translation>Prüfung der Beschreibungen</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>loading the model…</source>
        <translation>Modell wird geladen …</translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation>Einen Modellordner öffnen</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>kein Modell</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source> + %1</source>
        <translation> + %1</translation>
    </message>
    <message>
        <source>Taking back: %1</source>
        <translation>Wird zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Making again: %1</source>
        <translation>Wird wiederholt: %1</translation>
    </message>
    <message>
        <source>%1 parts done</source>
        <translation>%1 Teile erledigt</translation>
    </message>
    <message>
        <source>Stopping leaves the project as it is.</source>
        <translation>Ein Abbruch lässt das Projekt, wie es ist.</translation>
    </message>
    <message>
        <source>It was stopped; the project is as it was.</source>
        <translation>Es wurde angehalten; das Projekt ist, wie es war.</translation>
    </message>
</context>
<context>
    <name>rb::ui::MeaningBar</name>
    <message>
        <source>Regions prepared for the search by meaning</source>
        <translation>Für die Suche nach Bedeutung vorbereitete Regionen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Stop preparing; what is ready stays</source>
        <translation>Die Vorbereitung anhalten; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>Let the model look at every region once, so that regions are found by what they show</source>
        <translation>Das Modell jede Region einmal ansehen lassen, damit Regionen über das gefunden werden, was sie zeigen</translation>
    </message>
    <message>
        <source>%1 of %2 are ready to be found by meaning</source>
        <translation>%1 von %2 lassen sich nach Bedeutung finden</translation>
    </message>
    <message>
        <source>Preparing: %1 of %2</source>
        <translation>Wird vorbereitet: %1 von %2</translation>
    </message>
    <message>
        <source>Prepare the search by meaning</source>
        <translation>Die Suche nach Bedeutung vorbereiten</translation>
    </message>
</context>
<context>
    <name>rb::ui::Menus</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Recent projects</source>
        <translation>&amp;Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <source>No other project yet</source>
        <translation>Noch kein anderes Projekt</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Captions on the picture</source>
        <translation>&amp;Beschreibungen auf dem Bild</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Region</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>&amp;Reihenfolge</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>Be&amp;schreibung</translation>
    </message>
    <message>
        <source>Use a&amp;lternative</source>
        <translation>Al&amp;ternative verwenden</translation>
    </message>
    <message>
        <source>Po&amp;int cloud</source>
        <translation>Punkt&amp;wolke</translation>
    </message>
    <message>
        <source>Look at the clou&amp;d</source>
        <translation>Die &amp;Wolke ansehen</translation>
    </message>
    <message>
        <source>&amp;Turn clouds with the mouse</source>
        <translation>Wolken mit der Maus &amp;drehen</translation>
    </message>
</context>
<context>
    <name>rb::ui::PartnerCaption</name>
    <message>
        <source>Caption of the same thing</source>
        <translation>Beschreibung derselben Sache</translation>
    </message>
    <message>
        <source>In the cloud %1:</source>
        <translation>In der Punktwolke %1:</translation>
    </message>
    <message>
        <source>In the picture %1:</source>
        <translation>Im Bild %1:</translation>
    </message>
    <message>
        <source>no caption yet</source>
        <translation>noch keine Beschreibung</translation>
    </message>
    <message>
        <source>Where the same thing is</source>
        <translation>Wo sich dasselbe befindet</translation>
    </message>
</context>
<context>
    <name>rb::ui::ProgressDialog</name>
    <message>
        <source>It begins…</source>
        <translation>Es beginnt…</translation>
    </message>
</context>
<context>
    <name>rb::ui::ProjectCopies</name>
    <message>
        <source>Everything is saved; a copy is in %1</source>
        <translation>Alles ist gespeichert; eine Kopie liegt in %1</translation>
    </message>
    <message>
        <source>The project is as it was in %1; what was there is kept as a copy</source>
        <translation>Das Projekt ist wie in %1; was da war, bleibt als Kopie</translation>
    </message>
</context>
<context>
    <name>rb::ui::ProjectFiles</name>
    <message>
        <source>everything is kept in %1</source>
        <translation>alles liegt in %1</translation>
    </message>
    <message>
        <source>Open a folder of pictures</source>
        <translation>Einen Ordner mit Bildern öffnen</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Projects (*.rbproject)</source>
        <translation>Projekte (*.rbproject)</translation>
    </message>
    <message>
        <source>New folder (*)</source>
        <translation>Neuer Ordner (*)</translation>
    </message>
    <message>
        <source>Export into a new folder</source>
        <translation>In einen neuen Ordner exportieren</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Nach %1 exportiert</translation>
    </message>
    <message>
        <source>%1 new pictures, %2 regions and %3 captions imported</source>
        <translation>%1 neue Bilder, %2 Regionen und %3 Beschreibungen importiert</translation>
    </message>
    <message>
        <source>%1 file added</source>
        <translation>%1 Datei hinzugefügt</translation>
    </message>
    <message>
        <source>%1 files added</source>
        <translation>%1 Dateien hinzugefügt</translation>
    </message>
    <message>
        <source>These files are in the project already</source>
        <translation>Diese Dateien sind schon im Projekt</translation>
    </message>
    <message>
        <source>There are no pictures or clouds there</source>
        <translation>Dort gibt es keine Bilder oder Punktwolken</translation>
    </message>
    <message>
        <source>Find moved pictures and clouds in a folder</source>
        <translation>Verschobene Bilder und Wolken in einem Ordner suchen</translation>
    </message>
    <message>
        <source>No picture or cloud is missing</source>
        <translation>Kein Bild und keine Wolke fehlt</translation>
    </message>
    <message>
        <source>%1 is still missing</source>
        <translation>%1 fehlt noch</translation>
    </message>
    <message>
        <source>%1 are still missing</source>
        <translation>%1 fehlen noch</translation>
    </message>
    <message>
        <source>%1 file found again</source>
        <translation>%1 Datei wiedergefunden</translation>
    </message>
    <message>
        <source>%1 files found again</source>
        <translation>%1 Dateien wiedergefunden</translation>
    </message>
    <message>
        <source>Looking for moved pictures…</source>
        <translation>Verschobene Bilder werden gesucht…</translation>
    </message>
    <message>
        <source>Reading what the files say of themselves…</source>
        <translation>Es wird gelesen, was die Dateien über sich sagen…</translation>
    </message>
    <message>
        <source>%1 other file cannot be read, either.</source>
        <translation>%1 weitere Datei kann ebenfalls nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 other files cannot be read, either.</source>
        <translation>%1 weitere Dateien können ebenfalls nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation>Export nach %1</translation>
    </message>
    <message>
        <source>%1 pictures and clouds</source>
        <translation>%1 Bilder und Wolken</translation>
    </message>
    <message>
        <source>All files get their names together at the end: stopping leaves nothing behind.</source>
        <translation>Alle Dateien erhalten ihre Namen gemeinsam am Ende: Ein Abbruch hinterlässt nichts.</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Import von %1</translation>
    </message>
    <message>
        <source>%1 clouds</source>
        <translation>%1 Wolken</translation>
    </message>
    <message>
        <source>It is one edit: stopping leaves the project as it was, and so does undo later.</source>
        <translation>Es ist eine einzige Änderung: Ein Abbruch lässt das Projekt, wie es war, und später auch das Rückgängigmachen.</translation>
    </message>
</context>
<context>
    <name>rb::ui::QueryEdit</name>
    <message>
        <source>state:draft label:dog &quot;red apple&quot;</source>
        <translation>state:draft label:dog &quot;red apple&quot;</translation>
    </message>
</context>
<context>
    <name>rb::ui::QueryHelpDialog</name>
    <message>
        <source>What can be searched for</source>
        <translation>Wonach gesucht werden kann</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Finds</source>
        <translation>Findet</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
</context>
<context>
    <name>rb::ui::RegionActions</name>
    <message>
        <source>Paste regions</source>
        <translation>Regionen einfügen</translation>
    </message>
    <message>
        <source>Paste regions on the next picture</source>
        <translation>Regionen auf dem nächsten Bild einfügen</translation>
    </message>
    <message>
        <source>Duplicate region</source>
        <translation>Region duplizieren</translation>
    </message>
    <message>
        <source>Duplicate %1 regions</source>
        <translation>%1 Regionen duplizieren</translation>
    </message>
</context>
<context>
    <name>rb::ui::RegionDialog</name>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>%1 regions</source>
        <translation>%1 Regionen</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Klasse</translation>
    </message>
    <message>
        <source>&amp;X</source>
        <translation>&amp;X</translation>
    </message>
    <message>
        <source>Left edge in pixels</source>
        <translation>Linke Kante in Bildpunkten</translation>
    </message>
    <message>
        <source>&amp;Y</source>
        <translation>&amp;Y</translation>
    </message>
    <message>
        <source>Upper edge in pixels</source>
        <translation>Obere Kante in Bildpunkten</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Breite</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Breite in Bildpunkten</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Höhe</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Höhe in Bildpunkten</translation>
    </message>
    <message>
        <source>&amp;Angle</source>
        <translation>&amp;Winkel</translation>
    </message>
    <message>
        <source>Angle in degrees, clockwise</source>
        <translation>Winkel in Grad, im Uhrzeigersinn</translation>
    </message>
    <message>
        <source>Centre &amp;x</source>
        <translation>Mitte &amp;x</translation>
    </message>
    <message>
        <source>Centre &amp;y</source>
        <translation>Mitte &amp;y</translation>
    </message>
    <message>
        <source>Centre &amp;z</source>
        <translation>Mitte &amp;z</translation>
    </message>
    <message>
        <source>&amp;Length along x</source>
        <translation>&amp;Länge entlang x</translation>
    </message>
    <message>
        <source>&amp;Width along y</source>
        <translation>&amp;Breite entlang y</translation>
    </message>
    <message>
        <source>&amp;Turned by (degrees)</source>
        <translation>&amp;Gedreht um (Grad)</translation>
    </message>
</context>
<context>
    <name>rb::ui::RegionModel</name>
    <message>
        <source>no caption yet</source>
        <translation>noch keine Beschreibung</translation>
    </message>
    <message>
        <source>%1 × %2 pixels at %3, %4</source>
        <translation>%1 × %2 Bildpunkte bei %3, %4</translation>
    </message>
</context>
<context>
    <name>rb::ui::RegionPanel</name>
    <message>
        <source>Regions of the picture</source>
        <translation>Regionen des Bildes</translation>
    </message>
    <message>
        <source>%1 region</source>
        <translation>%1 Region</translation>
    </message>
    <message>
        <source>%1 regions</source>
        <translation>%1 Regionen</translation>
    </message>
    <message>
        <source>No region yet: press R and draw a box</source>
        <translation>Noch keine Region: R drücken und ein Rechteck zeichnen</translation>
    </message>
</context>
<context>
    <name>rb::ui::ReplaceDialog</name>
    <message>
        <source>Match &amp;case</source>
        <translation>&amp;Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Whole wor&amp;ds</source>
        <translation>Nur ganze &amp;Wörter</translation>
    </message>
    <message>
        <source>Regular e&amp;xpression</source>
        <translation>&amp;Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Find and replace in captions</source>
        <translation>In Beschreibungen suchen und ersetzen</translation>
    </message>
    <message>
        <source>The replacement may hold \1 to \9 for groups, \0 for all that was found, \n and \t.</source>
        <translation>Der Ersatz darf \1 bis \9 für Gruppen, \0 für alles Gefundene, \n und \t enthalten.</translation>
    </message>
    <message>
        <source>everywhere; or a search such as state:draft label:dog</source>
        <translation>überall; oder eine Suche wie state:draft label:dog</translation>
    </message>
    <message>
        <source>Captions before and after</source>
        <translation>Beschreibungen vorher und nachher</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Replace with</source>
        <translation>&amp;Ersetzen durch</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>W&amp;o</translation>
    </message>
    <message>
        <source>Type what to look for. Nothing is changed before you press Replace.</source>
        <translation>Tippen Sie, was gesucht wird. Nichts ändert sich, bevor Sie Ersetzen drücken.</translation>
    </message>
    <message>
        <source>No caption would change.</source>
        <translation>Keine Beschreibung würde sich ändern.</translation>
    </message>
    <message>
        <source>%1 caption changes: </source>
        <translation>%1 Beschreibung ändert sich: </translation>
    </message>
    <message>
        <source>%1 captions change: </source>
        <translation>%1 Beschreibungen ändern sich: </translation>
    </message>
    <message>
        <source>%1 by people, %2 by models, whose words are kept as what they were edited from.</source>
        <translation>%1 von Menschen, %2 von Modellen, deren Worte als Ausgangstext erhalten bleiben.</translation>
    </message>
    <message>
        <source>Re&amp;place in %1 caption</source>
        <translation>In %1 Beschreibung e&amp;rsetzen</translation>
    </message>
    <message>
        <source>Re&amp;place in %1 captions</source>
        <translation>In %1 Beschreibungen e&amp;rsetzen</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>E&amp;rsetzen</translation>
    </message>
    <message>
        <source>The project is open for reading only.</source>
        <translation>Das Projekt ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Replaced in %1 caption; one step of undo takes it back.</source>
        <translation>In %1 Beschreibung ersetzt; ein Schritt Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Replaced in %1 captions; one step of undo takes it back.</source>
        <translation>In %1 Beschreibungen ersetzt; ein Schritt Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>%1 had been changed or deleted meanwhile and was left alone.</source>
        <translation>%1 war inzwischen geändert oder gelöscht und blieb unberührt.</translation>
    </message>
    <message>
        <source>%1 had been changed or deleted meanwhile and were left alone.</source>
        <translation>%1 waren inzwischen geändert oder gelöscht und blieben unberührt.</translation>
    </message>
</context>
<context>
    <name>rb::ui::ReplaceModel</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>rb::ui::ResultModel</name>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>no caption</source>
        <translation>keine Beschreibung</translation>
    </message>
    <message>
        <source>whole picture</source>
        <translation>ganzes Bild</translation>
    </message>
</context>
<context>
    <name>rb::ui::ReviewControl</name>
    <message>
        <source>No further picture has drafts</source>
        <translation>Kein weiteres Bild hat Entwürfe</translation>
    </message>
    <message>
        <source>That was the last one found</source>
        <translation>Das war der letzte Treffer</translation>
    </message>
    <message>
        <source>That was the last picture</source>
        <translation>Das war das letzte Bild</translation>
    </message>
</context>
<context>
    <name>rb::ui::RunList</name>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Same settings again</source>
        <translation>Noch einmal mit diesen Einstellungen</translation>
    </message>
    <message>
        <source>Take out of the queue</source>
        <translation>Aus der Warteschlange nehmen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>A tick lays its curves beside those that are watched. F2 renames.</source>
        <translation>Ein Häkchen legt die Kurven eines Laufs neben die beobachteten. F2 benennt um.</translation>
    </message>
    <message>
        <source>The run “%1” was deleted.</source>
        <translation>Der Lauf „%1“ wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>rb::ui::RunModel</name>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2 held out</source>
        <translation>%1, %2 zurückgehalten</translation>
    </message>
    <message>
        <source>Model: %1, preset %2, rank %3</source>
        <translation>Modell: %1, Voreinstellung %2, Rang %3</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>wie das Modell</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>%1 times through the captions</source>
        <translation>%1-mal durch die Beschreibungen</translation>
    </message>
    <message>
        <source>Learning rate %1, %2 captions a batch, %3, seed %4</source>
        <translation>Lernrate %1, %2 Beschreibungen je Stapel, %3, Startwert %4</translation>
    </message>
    <message>
        <source>Captions: %1</source>
        <translation>Beschreibungen: %1</translation>
    </message>
    <message>
        <source>all accepted</source>
        <translation>alle angenommenen</translation>
    </message>
    <message>
        <source>Fingerprint of the captions: %1</source>
        <translation>Fingerabdruck der Beschreibungen: %1</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>CIDEr</source>
        <translation>CIDEr</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Beschreibungen</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
</context>
<context>
    <name>rb::ui::SearchControl</name>
    <message>
        <source>Find regions &amp;like this</source>
        <translation>Ähnliche Regionen &amp;finden</translation>
    </message>
    <message>
        <source>Find pictures &amp;like this</source>
        <translation>Ähnliche Bilder &amp;finden</translation>
    </message>
</context>
<context>
    <name>rb::ui::SearchPanel</name>
    <message>
        <source>Search regions and captions</source>
        <translation>Regionen und Beschreibungen suchen</translation>
    </message>
    <message>
        <source>By picture</source>
        <translation>Nach Bild</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>Unsicherste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Nach Modell</translation>
    </message>
    <message>
        <source>Order of what is found</source>
        <translation>Reihenfolge der Treffer</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>What can be searched for</source>
        <translation>Wonach gesucht werden kann</translation>
    </message>
    <message>
        <source>Type words of a caption, or label:dog, state:draft, score:&lt;0.4 …</source>
        <translation>Wörter einer Beschreibung tippen, oder label:dog, state:draft, score:&lt;0.4 …</translation>
    </message>
    <message>
        <source>%1 found in %2 ms</source>
        <translation>%1 gefunden in %2 ms</translation>
    </message>
    <message>
        <source>Most alike first</source>
        <translation>Ähnlichste zuerst</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht …</translation>
    </message>
</context>
<context>
    <name>rb::ui::ShortcutEditor</name>
    <message>
        <source>Take it over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>No action has this name or key</source>
        <translation>Kein Befehl hat diesen Namen oder diese Taste</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation>%1 gehört zu „%2“.</translation>
    </message>
    <message>
        <source>%1 was taken from “%2”.</source>
        <translation>%1 wurde „%2“ weggenommen.</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Search by name or key</source>
        <translation>Nach Name oder Taste suchen</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Keys &amp;of:</source>
        <translation>Tasten &amp;von:</translation>
    </message>
</context>
<context>
    <name>rb::ui::ShortcutModel</name>
    <message>
        <source>Action</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
</context>
<context>
    <name>rb::ui::ShortcutsDialog</name>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Am Mauszeiger zoomen</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Das Bild verschieben</translation>
    </message>
    <message>
        <source>Space and drag  ·  middle button</source>
        <translation>Leertaste und ziehen  ·  mittlere Taste</translation>
    </message>
    <message>
        <source>Next and previous region</source>
        <translation>Nächste und vorige Region</translation>
    </message>
    <message>
        <source>Tab  ·  Shift+Tab</source>
        <translation>Tab  ·  Umschalt+Tab</translation>
    </message>
    <message>
        <source>Nudge a region by 1 or 10 pixels</source>
        <translation>Eine Region um 1 oder 10 Bildpunkte rücken</translation>
    </message>
    <message>
        <source>Arrows  ·  Shift+arrows</source>
        <translation>Pfeile  ·  Umschalt+Pfeile</translation>
    </message>
    <message>
        <source>Draw a box by keys</source>
        <translation>Ein Rechteck mit Tasten zeichnen</translation>
    </message>
    <message>
        <source>R, Enter, arrows, Enter</source>
        <translation>R, Eingabe, Pfeile, Eingabe</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>rb::ui::SplitTable</name>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Pictures now</source>
        <translation>Bilder jetzt</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Pictures of each split now and afterwards</source>
        <translation>Bilder jedes Teils jetzt und danach</translation>
    </message>
</context>
<context>
    <name>rb::ui::SplitsDialog</name>
    <message>
        <source>Share of train</source>
        <translation>Anteil von train</translation>
    </message>
    <message>
        <source>Share of val</source>
        <translation>Anteil von val</translation>
    </message>
    <message>
        <source>Share of test</source>
        <translation>Anteil von test</translation>
    </message>
    <message>
        <source>&amp;Keep the split of pictures that have one</source>
        <translation>Die Aufteilung von Bildern, die eine haben, &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Zuweisen</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>The same seed gives the same splits of the same pictures</source>
        <translation>Derselbe Startwert gibt dieselbe Aufteilung derselben Bilder</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>pictures with the same content</source>
        <translation>Bilder mit gleichem Inhalt</translation>
    </message>
    <message>
        <source>pictures of a folder</source>
        <translation>Bilder eines Ordners</translation>
    </message>
    <message>
        <source>pictures of a folder or with the same content</source>
        <translation>Bilder eines Ordners oder mit gleichem Inhalt</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Anteile</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Startwert</translation>
    </message>
    <message>
        <source>Never tear &amp;apart</source>
        <translation>Nie &amp;trennen</translation>
    </message>
    <message>
        <source>%1 picture gets another split.</source>
        <translation>%1 Bild kommt in einen anderen Teil.</translation>
    </message>
    <message>
        <source>%1 pictures get another split.</source>
        <translation>%1 Bilder kommen in einen anderen Teil.</translation>
    </message>
    <message>
        <source>No picture gets another split.</source>
        <translation>Kein Bild kommt in einen anderen Teil.</translation>
    </message>
    <message>
        <source>All form %1 group that stays together.</source>
        <translation>Alle bilden %1 Gruppe, die zusammenbleibt.</translation>
    </message>
    <message>
        <source>All form %1 groups that stay together.</source>
        <translation>Alle bilden %1 Gruppen, die zusammenbleiben.</translation>
    </message>
    <message>
        <source>The project is open for reading only.</source>
        <translation>Das Projekt ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>%1 picture was assigned; one step of undo takes it back.</source>
        <translation>%1 Bild wurde zugewiesen; ein Schritt Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>%1 pictures were assigned; one step of undo takes it back.</source>
        <translation>%1 Bilder wurden zugewiesen; ein Schritt Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Looking for leaks between the splits…</source>
        <translation>Überschneidungen der Teile werden gesucht …</translation>
    </message>
</context>
<context>
    <name>rb::ui::StartPage</name>
    <message>
        <source>Empty project</source>
        <translation>Leeres Projekt</translation>
    </message>
    <message>
        <source>Drop pictures or a folder here</source>
        <translation>Bilder oder einen Ordner hier ablegen</translation>
    </message>
    <message>
        <source>Then press R and draw a box: its caption is written while you look.
The pictures stay where they are and are never changed.</source>
        <translation>Dann R drücken und ein Rechteck zeichnen: Die Beschreibung entsteht vor Ihren Augen.
Die Bilder bleiben, wo sie sind, und werden nie verändert.</translation>
    </message>
</context>
<context>
    <name>rb::ui::StatisticsPanel</name>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>Statistics of the project</source>
        <translation>Statistik des Projekts</translation>
    </message>
    <message>
        <source>The project has changed since; Refresh counts again.</source>
        <translation>Das Projekt hat sich seither geändert; Aktualisieren zählt erneut.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Data card…</source>
        <translation>Datenblatt …</translation>
    </message>
    <message>
        <source>There is nothing to count yet: add pictures first.</source>
        <translation>Es gibt noch nichts zu zählen: Fügen Sie zuerst Bilder hinzu.</translation>
    </message>
</context>
<context>
    <name>rb::ui::Tour</name>
    <message>
        <source>Draw a box</source>
        <translation>Ein Rechteck zeichnen</translation>
    </message>
    <message>
        <source>Press %1 and drag over something in the picture.</source>
        <translation>Drücken Sie %1 und ziehen Sie über etwas im Bild.</translation>
    </message>
    <message>
        <source>Read its caption</source>
        <translation>Die Beschreibung lesen</translation>
    </message>
    <message>
        <source>The model writes it at the box and into the caption panel. It is a draft until you accept it.</source>
        <translation>Das Modell schreibt sie an das Rechteck und in das Feld „Beschreibung“. Sie ist ein Entwurf, bis Sie sie annehmen.</translation>
    </message>
    <message>
        <source>Choose the words</source>
        <translation>Die Worte wählen</translation>
    </message>
    <message>
        <source>%1 to %2 show other wordings of the model; %3 lets you type your own.</source>
        <translation>%1 bis %2 zeigen andere Fassungen des Modells; mit %3 tippen Sie Ihre eigene.</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>Sie annehmen</translation>
    </message>
    <message>
        <source>%1 accepts the caption and goes to the next region.</source>
        <translation>%1 nimmt die Beschreibung an und geht zur nächsten Region.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>%1 takes back the last edit and %2 makes it again, also after a restart.</source>
        <translation>%1 nimmt die letzte Änderung zurück und %2 stellt sie wieder her, auch nach einem Neustart.</translation>
    </message>
    <message>
        <source>Find and export</source>
        <translation>Suchen und exportieren</translation>
    </message>
    <message>
        <source>%1 finds regions and captions by their words. %2 writes captions for other programs.</source>
        <translation>%1 findet Regionen und Beschreibungen über ihre Wörter. %2 schreibt Beschreibungen für andere Programme.</translation>
    </message>
    <message>
        <source>That is all</source>
        <translation>Das ist alles</translation>
    </message>
    <message>
        <source>Go on with pictures of your own: %1 opens them.</source>
        <translation>Weiter mit eigenen Bildern: %1 öffnet sie.</translation>
    </message>
</context>
<context>
    <name>rb::ui::TrainingControls</name>
    <message>
        <source>Stop here</source>
        <translation>Hier aufhören</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>The model stays in memory, the processor is free</source>
        <translation>Das Modell bleibt im Speicher, der Prozessor wird frei</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Keeps a checkpoint; it can go on later</source>
        <translation>Behält einen Zwischenstand; später kann es weitergehen</translation>
    </message>
    <message>
        <source>Checkpoint now</source>
        <translation>Zwischenstand jetzt</translation>
    </message>
    <message>
        <source>Keeps what was learnt so far on disk</source>
        <translation>Sichert das bisher Gelernte auf dem Datenträger</translation>
    </message>
    <message>
        <source>Sample now</source>
        <translation>Probe jetzt</translation>
    </message>
    <message>
        <source>Captions some held-out regions with the model as it is</source>
        <translation>Beschreibt einige zurückgehaltene Regionen mit dem Modell, wie es ist</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>No training yet</source>
        <translation>Noch kein Training</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>“Go on” continues from the last checkpoint.</source>
        <translation>„Weiter“ setzt beim letzten Zwischenstand fort.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>rb::ui::TrainingDock</name>
    <message>
        <source>Bring in an adapter</source>
        <translation>Einen Adapter importieren</translation>
    </message>
    <message>
        <source>Adapters (*.safetensors)</source>
        <translation>Adapter (*.safetensors)</translation>
    </message>
    <message>
        <source>%1 can be switched on now</source>
        <translation>%1 kann jetzt eingeschaltet werden</translation>
    </message>
</context>
<context>
    <name>rb::ui::TrainingPanel</name>
    <message>
        <source>Estimate</source>
        <translation>Abschätzen</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>Neues Training</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Beschreibungen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>Measures one step: how long, how much memory and disk</source>
        <translation>Misst einen Schritt: wie lange, wie viel Arbeitsspeicher und Platz auf dem Datenträger</translation>
    </message>
    <message>
        <source>The training waits until the present one has ended.</source>
        <translation>Das Training wartet, bis das jetzige beendet ist.</translation>
    </message>
    <message>
        <source>Measures one step…</source>
        <translation>Ein Schritt wird gemessen …</translation>
    </message>
    <message>
        <source>After step %1: %2 (a person: %3)</source>
        <translation>Nach Schritt %1: %2 (ein Mensch: %3)</translation>
    </message>
    <message>
        <source>There is nothing to vote about: the captions are the same words.</source>
        <translation>Es gibt nichts abzustimmen: Die Beschreibungen haben dieselben Worte.</translation>
    </message>
    <message>
        <source>Which caption is better?</source>
        <translation>Welche Beschreibung ist besser?</translation>
    </message>
    <message>
        <source>Export job…</source>
        <translation>Auftrag exportieren …</translation>
    </message>
    <message>
        <source>Writes a folder that runs this training on a cluster or a machine with a GPU; its adapter is imported here</source>
        <translation>Schreibt einen Ordner, der dieses Training auf einem Cluster oder einem Rechner mit GPU ausführt; sein Adapter wird hier importiert</translation>
    </message>
    <message>
        <source>Export the training as a job</source>
        <translation>Das Training als Auftrag exportieren</translation>
    </message>
    <message>
        <source>Folders (*)</source>
        <translation>Ordner (*)</translation>
    </message>
    <message>
        <source>%1 holds the training; its README.txt tells how to run it</source>
        <translation>%1 enthält das Training; README.txt darin sagt, wie es ausgeführt wird</translation>
    </message>
</context>
<context>
    <name>rb::ui::TrainingPlots</name>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Terms of the loss</source>
        <translation>Teile des Verlusts</translation>
    </message>
    <message>
        <source>Held-out captions</source>
        <translation>Zurückgehaltene Beschreibungen</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Comes with the first step</source>
        <translation>Kommt mit dem ersten Schritt</translation>
    </message>
    <message>
        <source>Comes with the first look at held-out captions</source>
        <translation>Kommt mit der ersten Prüfung zurückgehaltener Beschreibungen</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>Das Diagramm speichern</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Save the values</source>
        <translation>Die Werte speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
</context>
<context>
    <name>rb::ui::TrainingSettings</name>
    <message>
        <source>LoRA: wording and names, from a few hundred captions</source>
        <translation>LoRA: Ausdrucksweise und Namen, ab einigen hundert Beschreibungen</translation>
    </message>
    <message>
        <source>RegionBLIP: all that the paper trains, from many thousand</source>
        <translation>RegionBLIP: alles, was der Artikel trainiert, ab vielen tausend</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>wie das Modell</translation>
    </message>
    <message>
        <source>Size of the LoRA pairs: more learn more, and forget more.</source>
        <translation>Größe der LoRA-Paare: Größere lernen mehr und vergessen mehr.</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>bfloat16, where the processor is fast at it</source>
        <translation>bfloat16, wo der Prozessor darin schnell ist</translation>
    </message>
    <message>
        <source>graphics card, if there is one</source>
        <translation>Grafikkarte, falls vorhanden</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>graphics card (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Voreinstellung</translation>
    </message>
    <message>
        <source>&amp;How long</source>
        <translation>Wie &amp;lange</translation>
    </message>
    <message>
        <source>times through the captions</source>
        <translation>Durchgänge durch die Beschreibungen</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Unit of the length</source>
        <translation>Einheit der Länge</translation>
    </message>
    <message>
        <source>Length of the training</source>
        <translation>Länge des Trainings</translation>
    </message>
    <message>
        <source>&amp;Rank</source>
        <translation>&amp;Rang</translation>
    </message>
    <message>
        <source>&amp;Learning rate</source>
        <translation>L&amp;ernrate</translation>
    </message>
    <message>
        <source>&amp;Dropout</source>
        <translation>&amp;Dropout</translation>
    </message>
    <message>
        <source>Captions a &amp;batch</source>
        <translation>Beschreibungen je &amp;Stapel</translation>
    </message>
    <message>
        <source>Pre&amp;cision</source>
        <translation>&amp;Genauigkeit</translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation>Gerä&amp;t</translation>
    </message>
    <message>
        <source>Captions that are sco&amp;red</source>
        <translation>Be&amp;wertete Beschreibungen</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>St&amp;artwert</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
</context>
<context>
    <name>rb::ui::UndoStrip</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>rb::ui::WindowStatus</name>
    <message>
        <source>Save state</source>
        <translation>Speicherstand</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>%1, %2 px</source>
        <translation>%1, %2 px</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>read only: %1</source>
        <translation>nur lesend: %1</translation>
    </message>
    <message>
        <source>saved ✓</source>
        <translation>gespeichert ✓</translation>
    </message>
    <message>
        <source>typing…</source>
        <translation>Eingabe …</translation>
    </message>
    <message>
        <source>Captioning %1 region</source>
        <translation>%1 Region wird beschrieben</translation>
    </message>
    <message>
        <source>Captioning %1 regions</source>
        <translation>%1 Regionen werden beschrieben</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>%1 reviewed</source>
        <translation>%1 geprüft</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 je Stunde</translation>
    </message>
    <message>
        <source>Since the start: %1 captions reviewed, %2 an hour; %3 % of the model&apos;s were accepted untouched, %4 words changed in one on the average</source>
        <translation>Seit dem Start: %1 Beschreibungen geprüft, %2 je Stunde; %3 % derer des Modells wurden unverändert angenommen, im Mittel wurden %4 Wörter in einer geändert</translation>
    </message>
</context>
<context>
    <name>rb::viewer3d::CloudView</name>
    <message>
        <source>3-D view</source>
        <translation>3D-Ansicht</translation>
    </message>
    <message>
        <source>The point cloud with its regions</source>
        <translation>Die Punktwolke mit ihren Regionen</translation>
    </message>
    <message>
        <source>The 3-D view needs OpenGL, which this display does not have.</source>
        <translation>Die 3D-Ansicht braucht OpenGL, das diese Anzeige nicht hat.</translation>
    </message>
</context>
<context>
    <name>rb::viewer3d::SideViews</name>
    <message>
        <source>Side views of the selected box</source>
        <translation>Seitenansichten des ausgewählten Quaders</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Vorn</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Select one box to see it from three sides.</source>
        <translation>Wählen Sie einen Quader aus, um ihn von drei Seiten zu sehen.</translation>
    </message>
</context>
</TS>
