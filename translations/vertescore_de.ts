<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Actions</name>
    <message>
        <source>Open scans…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy annotated picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save annotated picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the program&apos;s log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unfinished scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next scan in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous scan in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the scan before this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the list of scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop finding the corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the corners of new scans by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 1: Landmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 2: Crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 3: Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 4: Submit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit the reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade 0: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade 1: up to a third of the wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade 2: between a third and two thirds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade 3: two thirds and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell is not readable…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the scan into the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scan pixel per screen pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert the greys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window from the picture&apos;s own greys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window as the file has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show guides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the aorta region&apos;s border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what was not scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show level names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full-screen reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages and theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>AAC-24 agreement report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement of readers %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>condition %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images read:&#xa0;%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total scored by਋oth:&#xa0;%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic data (simulated readers or phantoms): says nothing about real readers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table 1.  Agreement by unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: images not read by both / read but not readable. Within 1: scores at most one point apart. Bias and limits in points, first reader minus second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  n.d., not defined; %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total score: Blandĺltman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total score: both readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Burden category: confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure and methods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A: difference against mean; area of a disc in proportion to the images; solid line, bias; dashed, limits of agreement (bias ± 1.96 SD); bands, exact 95 % intervals (noncentral t). B: dashed, identity; equal pairs are spread around their place. C: counts of images with row and column sums; blue, same category.

Kappa: Cohen, linear weights over the declared scores, non-null standard error (Fleiss, Cohen &amp; Everitt 1969), Wald interval, not truncated at 1. Pearson: Fisher z. ICC(2,1): two-way random, absolute agreement, single reading, listwise (Shrout &amp; Fleiss 1979). A level is the sum of its two walls (0Ķ), the total of its four levels (0ጤ); a level or total with a missing wall is missing. Categories: low below %1, moderate, high from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VerteScore %1  ·  page %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgreementPlots</name>
    <message>
        <source>Reader %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference, first − second (points)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference, %1 − %2 (points)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 wall, grade (0–%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 score (0–%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total AAC-24 score (0–%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Burden category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories have no differences to plot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image was scored by both readers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+1.96 SD
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>℡.96 SD
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of both readers: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgreementTable</name>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (n.d.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n.d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kappa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pearson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a reader gave one score to all images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all scores are equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the images do not differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the estimated variances cancel out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact
%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within 1
%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear κ
(95 % CI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pearson r
(95 % CI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICC(2,1)
(95 % CI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits of
agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnnotatedPicture</name>
    <message>
        <source>%1 cm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points placed by a person; no network took part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network %1, weights %2, %3 %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic scan: a phantom, no patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set by a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thirds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aorta region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beyond the picture&apos;s border and in a region that was not scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beyond the picture&apos;s border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a region that was not scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For research use only. Not for diagnosis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aorta region not computed: the guides are not complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aorta region complete: no part is cropped at factor %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aorta region cropped: %1&#xa0;% of the curve (%2) lies %3, at factor %4.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FrameItem</name>
    <message>
        <source>%1 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GradingItem</name>
    <message>
        <source>%1 anterior wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 posterior wall</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoveWords</name>
    <message>
        <source>%1, locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to move %1 as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to move all vertebrae</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceTool</name>
    <message>
        <source>Click the place of: %1. Esc ends.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Say</name>
    <message>
        <source>The file is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was it moved, or is a drive not connected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that you have the right to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder in which you may write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full; the last change is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room, then try again. What was saved before is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends too early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than a scan can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no file that VerteScore can open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scans are DICOM, PNG, JPEG or TIFF files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This DICOM file holds no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is stored in a way that VerteScore cannot decode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it again, uncompressed or as PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture inside the file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is too small to be a scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a picture, but no lateral spine scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a frontal scan; a lateral one is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study file is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A study with this name is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name; nothing was overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is no VerteScore study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it as it is and open the newest backup beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version of VerteScore wrote this study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update this program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to the study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study can be read but not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it to a folder in which you may write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study file could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it goes on, look into the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules of this study do not allow that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or ask the coordinator for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This reading is submitted and locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen it with a reason under Submit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some corners are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place them, or let the network find them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The landmarks in the file make no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guides cross, so there is no region border.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the levels are in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s weights file is not there, so corners cannot be found by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place the corners by hand, or put the weights file back and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s weights file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a fresh copy; until then, place the corners by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights file belongs to another network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the one that came with this version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graphics processor cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the program with --device cpu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network failed on this scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place the corners by hand; the log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that was saved is lost. The log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SayLandmarks</name>
    <message>
        <source>superior anterior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>superior posterior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inferior anterior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inferior posterior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anterior and posterior swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top and bottom swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overlaps the vertebra below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above its upper neighbour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corners cross or fold in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network is too unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel Spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imager Pixel Spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nominal Scanned Pixel Spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exposed area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phantom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowTool</name>
    <message>
        <source>Window centre %1, width %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::ActionListModel</name>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::AgreementModel</name>
    <message>
        <source>not defined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  (%2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: %1 not read by both, %2 not readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not defined: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa with linear weights, 95 % Wald interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pearson&apos;s correlation, 95 % interval by Fisher&apos;s z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICC(2,1): absolute agreement of single readings, 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean difference, and the 95 % limits of agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kappa, linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pearson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICC(2,1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias (limits)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::AgreementPanel</name>
    <message>
        <source>Agreement by unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By level, total and category. Choose a row to see its plots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bland–Altman: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores of both readers: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::CropPanel</name>
    <message>
        <source>beyond the picture&apos;s edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a region that was not scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows %1 to %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  (%2 mm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: no millimetres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 mm, from %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corners are missing. The region needs all corners from T12 to L5 that bound a guide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guides cross each other. Look for swapped or misplaced corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The region cannot be computed from these corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what was not scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of the region&apos;s depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many vertebral widths the region reaches before the spine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth of the region, in vertebral widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean vertebral width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not cropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole border of the aorta’s region is in the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scan on the desk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::DeskPage</name>
    <message>
        <source>Choose a scan at the left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::DisagreementModel</name>
    <message>
        <source>not readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grades</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::GradeCell</name>
    <message>
        <source>grade %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not readable: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A corner was moved after grading.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::GradingGrid</name>
    <message>
        <source>%1 / 6</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::ImportStrip</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding scans: %1 of %2 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) skipped</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled: </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::KeyListPage</name>
    <message>
        <source>Search commands and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a command to give it another key. On the scan itself, dragging moves corners, the wheel zooms, the right button changes the window, and holding H hides everything drawn over it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys as at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: this key belongs to «%1».</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::LandmarkPanel</name>
    <message>
        <source>Vertebrae</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the vertebra and go to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm all corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All labels one level up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All labels one level down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place missing corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertebra back to the network’s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the vertebra’s corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front is on the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The corner is not visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corner back to the network’s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of 24 confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No corner is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click one on the scan, or walk them with Tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm vertebra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Front of the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front is on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front is on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are grades already. Each of them stays with:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its vertebra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertebra</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::MainWindow</name>
    <message>
        <source>Open scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scans (*.dcm *.png *.jpg *.jpeg *.tif *.tiff);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studies (*.vertestudy);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All scans of this list are finished. Well done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This study can be read but not changed: nothing you do in it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The annotated picture is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save annotated picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::NetworkCard</name>
    <message>
        <source>%1, weights %2, on %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace points set by a person too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the corners again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network is installed. Place the points by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network places all 24 corners; look at each and correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the vertebrae…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Looking for the vertebrae… about %n second(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vertescore::NewStudyPage</name>
    <message>
        <source>With guides: the corners are shown and may be corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without guides: the bare scan, for comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each reader sees the scans in an own random order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: sign in without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One name a line. More can be added later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Grading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scans are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Coordinator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A study is one file: scans, readers, and every reading. Nothing in it is ever overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to keep the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studies (*%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where to keep the study file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one way of reading: with guides, without, or both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the coordinator: the person who adds scans and sees the agreement.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::ProgressModel</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::ScanBar</name>
    <message>
        <source>Find corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · revision %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::ScanDocument</name>
    <message>
        <source>Move a corner of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the spine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm all points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark a corner of %1 as not visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark a corner of %1 as visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock a corner of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock a corner of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear a corner of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a corner of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift the labels down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift the labels up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the anterior side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade %1 anterior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade %1 posterior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all grades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the grades</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::ScanView</name>
    <message>
        <source>Scan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::ScorePanel</name>
    <message>
        <source>This reading is submitted and locked. Under Submit it can be opened again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A corner was moved after grading. Look at the marked cells again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grades still hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not readable…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scan on the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of 24</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– of 24</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affected: %1 of 4 segments, %2 of 8 walls</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) still blank</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No total: a cell is not readable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::SegmentBars</name>
    <message>
        <source>Share outside the field by segment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::SignInPage</name>
    <message>
        <source>Grade the calcification of the abdominal aorta on lateral spine scans, with guides that show where each lumbar segment begins and ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1  Landmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network finds the corners of T12 to L5. You look, drag what is off, and confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  Crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See how much of the aorta&apos;s region the scan cut off, live as corners move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade eight wall segments with the keys 0 to 3; the wall in question lights up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4  Submit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the reading and go on. Every keystroke is saved as you make it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then: agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinators see how well two readers agree, with intervals and plots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic: phantoms and simulated readers, no patients. Try anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the scans of the demo study. This happens once and takes a few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is reading?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a study below, or drop scans into this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read and grade scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read without guides (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read with guides (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check corners only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo study</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::StatusLine</name>
    <message>
        <source>from the file&apos;s pixel spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the imager&apos;s pixel spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the nominal scanned spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the exposed area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the phantom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x %1  y %2    stored %3    value %4    grey %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>    %1, %2 mm (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding the corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop finding the corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom: screen pixels per scan pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C %1  W %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window: centre and width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::StepPanel</name>
    <message>
        <source>Landmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::StudyAgreementPage</name>
    <message>
        <source>Synthetic: phantoms and simulated readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compare yet: two readers must have submitted readings of the same scans in one arm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::StudyPage</name>
    <message>
        <source>%1 (no guides)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (guides shown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (guides, corners may be moved)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed in as a reader. Progress of others, agreement and people are for the coordinator, so that no reader sees another&apos;s scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic: phantoms and simulated readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add scans…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To adjudicate: readers differ by more than one grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such cell among the submitted readings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells where readers differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole file against its log: nothing changed, removed or added behind the program&apos;s back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export ratings (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a new person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password, or empty to sign in without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of the new person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low below %1, high from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random, each reader an own one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the scans were added</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The study file is sound: %n log entries, chain unbroken.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Export ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::SubmitPanel</name>
    <message>
        <source>Submitted and locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to submit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the first blank cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit and go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unfinished scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scan cannot be read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again to correct…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is the reading opened again? The reason is kept with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why can this scan not be read? The reading is locked with this reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scan on the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) still blank. A blank cell is not a zero.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A corner was moved after grading; look at the marked cells again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of 24  ·  %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no total</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::TopBar</name>
    <message>
        <source>Synthetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VerteScore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This study is made of phantoms and simulated readers; no patient was scanned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::VertebraModel</name>
    <message>
        <source>confidence %1 percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not placed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a count of corners, what they are</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::WorklistDelegate</name>
    <message>
        <source> · moved since</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vertescore::WorklistPanel</name>
    <message>
        <source>Scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open scans…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which scans are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a second look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least sure first: scans where the network was least sure come first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scans yet.
Open files or a folder, or drop them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scan fits the search and filter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
