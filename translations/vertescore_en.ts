<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
        <source>%n day(s) between two ways of reading</source>
        <translation>
            <numerusform>%n day between two ways of reading</numerusform>
            <numerusform>%n days between two ways of reading</numerusform>
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
</context>
</TS>
