<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>SayStudy</name>
    <message numerus="yes">
        <source>%n day(s) before the next one</source>
        <translation>
            <numerusform>%n day before the next one</numerusform>
            <numerusform>%n days before the next one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s)</source>
        <translation>
            <numerusform>%n reading</numerusform>
            <numerusform>%n readings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keystroke(s)</source>
        <translation>
            <numerusform>%n keystroke</numerusform>
            <numerusform>%n keystrokes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) of corners</source>
        <translation>
            <numerusform>%n version of corners</numerusform>
            <numerusform>%n versions of corners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n scan</numerusform>
            <numerusform>%n scans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) of the log</source>
        <translation>
            <numerusform>%n entry of the log</numerusform>
            <numerusform>%n entries of the log</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::AdjudicationPage</name>
    <message numerus="yes">
        <source>%n wall(s)</source>
        <translation>
            <numerusform>%n wall</numerusform>
            <numerusform>%n walls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n grade(s) apart</source>
        <translation>
            <numerusform>up to %n grade apart</numerusform>
            <numerusform>up to %n grades apart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::DetectionStrip</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) have no corners yet.</source>
        <translation>
            <numerusform>%n scan has no corners yet.</numerusform>
            <numerusform>%n scans have no corners yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Corners found in %n scan(s)</source>
        <translation>
            <numerusform>Corners found in %n scan</numerusform>
            <numerusform>Corners found in %n scans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n failed</source>
        <translation>
            <numerusform>, %n failed</numerusform>
            <numerusform>, %n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::ImportStrip</name>
    <message numerus="yes">
        <source>%n scan(s) added</source>
        <translation>
            <numerusform>%n scan added</numerusform>
            <numerusform>%n scans added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n already there</numerusform>
            <numerusform>%n already there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) skipped</source>
        <translation>
            <numerusform>%n file skipped</numerusform>
            <numerusform>%n files skipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::MainWindow</name>
    <message numerus="yes">
        <source>%n scan(s) are in.</source>
        <translation>
            <numerusform>%n scan is in.</numerusform>
            <numerusform>%n scans are in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will be shown twice.</source>
        <translation>
            <numerusform>%n of them will be shown twice.</numerusform>
            <numerusform>%n of them will be shown twice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were skipped because they are no scans.</source>
        <translation>
            <numerusform>%n file was skipped because it is no scan.</numerusform>
            <numerusform>%n files were skipped because they are no scans.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) behind the study&apos;s last entry. Everything is recorded all the same, in its order; set the clock right.</source>
        <translation>
            <numerusform>The clock of this computer is %n minute behind the study&apos;s last entry. Everything is recorded all the same, in its order; set the clock right.</numerusform>
            <numerusform>The clock of this computer is %n minutes behind the study&apos;s last entry. Everything is recorded all the same, in its order; set the clock right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::MergePage</name>
    <message numerus="yes">
        <source>Merge %n file(s)</source>
        <translation>
            <numerusform>Merge %n file</numerusform>
            <numerusform>Merge %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s) made twice: both are kept, one counts</source>
        <translation>
            <numerusform>%n reading made twice: both are kept, one counts</numerusform>
            <numerusform>%n readings made twice: both are kept, one counts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::NetworkCard</name>
    <message numerus="yes">
        <source>Looking for the vertebrae… about %n second(s) left</source>
        <translation>
            <numerusform>Looking for the vertebrae… about %n second left</numerusform>
            <numerusform>Looking for the vertebrae… about %n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::NewStudyPage</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n folder</numerusform>
            <numerusform>%n folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::RepeatsCard</name>
    <message numerus="yes">
        <source>%n scan(s) are shown to every reader a second time, under another code and later in the list. No reader is told.</source>
        <translation>
            <numerusform>%n scan is shown to every reader a second time, under another code and later in the list. No reader is told.</numerusform>
            <numerusform>%n scans are shown to every reader a second time, under another code and later in the list. No reader is told.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) were drawn.</source>
        <translation>
            <numerusform>%n scan was drawn.</numerusform>
            <numerusform>%n scans were drawn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::ScorePanel</name>
    <message numerus="yes">
        <source>%n cell(s) still blank</source>
        <translation>
            <numerusform>%n cell still blank</numerusform>
            <numerusform>%n cells still blank</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::StudyAgreementPage</name>
    <message numerus="yes">
        <source>%n case(s), %1: %2 gave %3, %4 gave %5</source>
        <translation>
            <numerusform>%n case, %1: %2 gave %3, %4 gave %5</numerusform>
            <numerusform>%n cases, %1: %2 gave %3, %4 gave %5</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::StudyPage</name>
    <message numerus="yes">
        <source>The study file is sound: %n log entries, chain unbroken.</source>
        <translation>
            <numerusform>The study file is sound: %n log entry, chain unbroken.</numerusform>
            <numerusform>The study file is sound: %n log entries, chain unbroken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n readers have submitted all scans of a list.</source>
        <translation>
            <numerusform>%n reader has submitted all scans of a list.</numerusform>
            <numerusform>%n readers have submitted all scans of a list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) on which readers differ by more than one grade.</source>
        <translation>
            <numerusform>%n case on which readers differ by more than one grade.</numerusform>
            <numerusform>%n cases on which readers differ by more than one grade.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So are %n entries of other workstations.</source>
        <translation>
            <numerusform>So is %n entry of another workstation.</numerusform>
            <numerusform>So are %n entries of other workstations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n case(s) on which readers differ by more than one grade are settled.</source>
        <translation>
            <numerusform>%n case on which readers differ by more than one grade, settled.</numerusform>
            <numerusform>All %n cases on which readers differ by more than one grade are settled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock had been set back %n time(s); every entry is there, in order.</source>
        <translation>
            <numerusform>The clock had been set back %n time; every entry is there, in order.</numerusform>
            <numerusform>The clock had been set back %n times; every entry is there, in order.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::SubmitPanel</name>
    <message numerus="yes">
        <source>%n cell(s) still blank. A blank cell is not a zero.</source>
        <translation>
            <numerusform>%n cell still blank. A blank cell is not a zero.</numerusform>
            <numerusform>%n cells still blank. A blank cell is not a zero.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wall(s) graded otherwise than they are</source>
        <translation>
            <numerusform>%n wall graded otherwise than it is</numerusform>
            <numerusform>%n walls graded otherwise than they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::ArchivePage</name>
    <message numerus="yes">
        <source>%n studies, and there are more: narrow the search.</source>
        <translation>
            <numerusform>%n study, and there are more: narrow the search.</numerusform>
            <numerusform>%n studies, and there are more: narrow the search.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n studies</source>
        <translation>
            <numerusform>%n study</numerusform>
            <numerusform>%n studies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n objects are here.</source>
        <translation>
            <numerusform>%n object is here.</numerusform>
            <numerusform>%n objects are here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent: %n objects.</source>
        <translation>
            <numerusform>Sent: %n object.</numerusform>
            <numerusform>Sent: %n objects.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::DeidentifyForm</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::DeidentifyPage</name>
    <message numerus="yes">
        <source>Write %n copies</source>
        <translation>
            <numerusform>Write %n copy</numerusform>
            <numerusform>Write %n copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at: without your confirmation there is no copy.</source>
        <translation>
            <numerusform>%n to look at: without your confirmation there is no copy.</numerusform>
            <numerusform>%n to look at: without your confirmation there is no copy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be copied; the list says why.</source>
        <translation>
            <numerusform>%n cannot be copied; the list says why.</numerusform>
            <numerusform>%n cannot be copied; the list says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::DeidentifyReportCard</name>
    <message numerus="yes">
        <source>%n copies written</source>
        <translation>
            <numerusform>%n copy written</numerusform>
            <numerusform>%n copies written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n failed</source>
        <translation>
            <numerusform>, %n failed</numerusform>
            <numerusform>, %n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::IncomingModel</name>
    <message numerus="yes">
        <source>%n of the points come in.</source>
        <translation>
            <numerusform>%n of the points comes in.</numerusform>
            <numerusform>%n of the points come in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that a person set stay.</source>
        <translation>
            <numerusform>%n that a person set stays.</numerusform>
            <numerusform>%n that a person set stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n points</source>
        <translation>
            <numerusform>%1, %n point</numerusform>
            <numerusform>%1, %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::LandmarkImportPage</name>
    <message numerus="yes">
        <source>Landmarks of %n scan(s) came in.</source>
        <translation>
            <numerusform>Landmarks of %n scan came in.</numerusform>
            <numerusform>Landmarks of %n scans came in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import for %n scan(s)</source>
        <translation>
            <numerusform>Import for %n scan</numerusform>
            <numerusform>Import for %n scans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused; the list says why.</source>
        <translation>
            <numerusform>%n refused; the list says why.</numerusform>
            <numerusform>%n refused; the list says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::PixelReviewPanel</name>
    <message numerus="yes">
        <source>Confirm all %n without findings</source>
        <translation>
            <numerusform>Confirm the %n without findings</numerusform>
            <numerusform>Confirm all %n without findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::ReceiveCard</name>
    <message numerus="yes">
        <source>Refused: %n, the last one:</source>
        <translation>
            <numerusform>Refused: %n, the last one:</numerusform>
            <numerusform>Refused: %n, the last one:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n objects came, the last at %1 from %2.</source>
        <translation>
            <numerusform>%n object came, at %1 from %2.</numerusform>
            <numerusform>%n objects came, the last at %1 from %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::ReviewModel</name>
    <message numerus="yes">
        <source>Writing at %n place(s)</source>
        <translation>
            <numerusform>Writing at %n place</numerusform>
            <numerusform>Writing at %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked at: %n place(s) black</source>
        <translation>
            <numerusform>Looked at: %n place black</numerusform>
            <numerusform>Looked at: %n places black</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::TrainingCard</name>
    <message numerus="yes">
        <source>%n scan(s) have a truth. Readers train on these; each shows what is right after submitting.</source>
        <translation>
            <numerusform>%n scan has a truth. Readers train on it; it shows what is right after submitting.</numerusform>
            <numerusform>%n scans have a truth. Readers train on these; each shows what is right after submitting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: the truth of %n scan(s).</source>
        <translation>
            <numerusform>%1: the truth of %n scan.</numerusform>
            <numerusform>%1: the truth of %n scans.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n thing(s) are wrong. Nothing is recorded until the file is right.</source>
        <translation>
            <numerusform>%1: %n thing is wrong. Nothing is recorded until the file is right.</numerusform>
            <numerusform>%1: %n things are wrong. Nothing is recorded until the file is right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them had one, which stays in the log.</source>
        <translation>
            <numerusform>%n of them had one, which stays in the log.</numerusform>
            <numerusform>%n of them had one, which stays in the log.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record %n truth(s)</source>
        <translation>
            <numerusform>Record %n truth</numerusform>
            <numerusform>Record %n truths</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The truth of %n scan(s) is recorded.</source>
        <translation>
            <numerusform>The truth of %n scan is recorded.</numerusform>
            <numerusform>The truth of %n scans is recorded.</numerusform>
        </translation>
    </message>
</context>
</TS>
