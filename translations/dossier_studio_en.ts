<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>After</name>
        <message numerus="yes">
            <source>All %n file(s) were read back from the disk and agree with the manifest.</source>
            <translation>
                <numerusform>%n file was read back from the disk and agrees with the manifest.</numerusform>
                <numerusform>All %n files were read back from the disk and agree with the manifest.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) do not agree with the manifest.</source>
            <translation>
                <numerusform>%n file does not agree with the manifest.</numerusform>
                <numerusform>%n files do not agree with the manifest.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Before</name>
        <message numerus="yes">
            <source>%n blocker(s) must be settled first.</source>
            <translation>
                <numerusform>%n blocker must be settled first.</numerusform>
                <numerusform>%n blockers must be settled first.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ComparisonPanel</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Consequence</name>
        <message numerus="yes">
            <source>document(s) asked for</source>
            <translation>
                <numerusform>document asked for</numerusform>
                <numerusform>documents asked for</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n document</numerusform>
                <numerusform>%n documents</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DossierDates</name>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FileRow</name>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Finder</name>
        <message numerus="yes">
            <source>%n page(s) without text could not be searched</source>
            <translation>
                <numerusform>%n page without text could not be searched</numerusform>
                <numerusform>%n pages without text could not be searched</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FindingsPanel</name>
        <message numerus="yes">
            <source>%n blocker(s)</source>
            <translation>
                <numerusform>%n blocker</numerusform>
                <numerusform>%n blockers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <translation>
                <numerusform>%n warning</numerusform>
                <numerusform>%n warnings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n suggestion(s)</source>
            <translation>
                <numerusform>%n suggestion</numerusform>
                <numerusform>%n suggestions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FollowsCard</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FormTable</name>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>%n rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GroupCard</name>
        <message numerus="yes">
            <source>%n question(s) that this product does not need</source>
            <translation>
                <numerusform>%n question that this product does not need</numerusform>
                <numerusform>%n questions that this product does not need</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NextDays</name>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>%n day left</numerusform>
                <numerusform>%n days left</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OpenNotice</name>
        <message numerus="yes">
            <source>%n document(s) wait for a decision</source>
            <translation>
                <numerusform>%n document waits for a decision</numerusform>
                <numerusform>%n documents wait for a decision</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Outline</name>
        <message numerus="yes">
            <source>Tray: %n file(s) not placed yet</source>
            <translation>
                <numerusform>Tray: %n file not placed yet</numerusform>
                <numerusform>Tray: %n files not placed yet</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PackageScreen</name>
        <message numerus="yes">
            <source>upload slot(s)</source>
            <translation>
                <numerusform>upload slot</numerusform>
                <numerusform>upload slots</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RequirementCard</name>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SectionView</name>
        <message numerus="yes">
            <source>and %n more file(s)</source>
            <translation>
                <numerusform>and %n more file</numerusform>
                <numerusform>and %n more files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ShelfLifeTool</name>
        <message numerus="yes">
            <source>It may come in until {day}, %n day(s) later.</source>
            <translation>
                <numerusform>It may come in until {day}, %n day later.</numerusform>
                <numerusform>It may come in until {day}, %n days later.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The last day was {day}, %n day(s) earlier.</source>
            <translation>
                <numerusform>The last day was {day}, %n day earlier.</numerusform>
                <numerusform>The last day was {day}, %n days earlier.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Summary</name>
        <message numerus="yes">
            <source>%n blocker(s)</source>
            <translation>
                <numerusform>%n blocker</numerusform>
                <numerusform>%n blockers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <translation>
                <numerusform>%n warning</numerusform>
                <numerusform>%n warnings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n suggestion(s)</source>
            <translation>
                <numerusform>%n suggestion</numerusform>
                <numerusform>%n suggestions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n blocker(s) must be settled first.</source>
            <translation>
                <numerusform>%n blocker must be settled first.</numerusform>
                <numerusform>%n blockers must be settled first.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n check(s) could not be run.</source>
            <translation>
                <numerusform>%n check could not be run.</numerusform>
                <numerusform>%n checks could not be run.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SummaryLine</name>
        <message numerus="yes">
            <source>%n document(s), {open} undecided</source>
            <translation>
                <numerusform>%n document, {open} undecided</numerusform>
                <numerusform>%n documents, {open} undecided</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WaitingCard</name>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
    </context>
</TS>
