"""Prints the table of `make gate-proof`: each defect, the check that had to notice it, and what the check said."""


def pytest_terminal_summary(terminalreporter) -> None:
    """Write a line for each defect that was tried, those that slipped through marked."""
    reports = [*terminalreporter.stats.get("passed", []), *terminalreporter.stats.get("failed", [])]
    rows = [dict(report.user_properties) for report in reports if report.when == "call" and report.user_properties]
    wide = [max((len(row[name]) for row in rows), default=0) for name in ("defect", "check")]
    for row in sorted(rows, key=lambda row: ("said" in row, row["check"], row["defect"])):
        said = row.get("said", "SLIPPED THROUGH")
        terminalreporter.write_line(f"{row['defect']:{wide[0]}}  {row['check']:{wide[1]}}  {said}")
    slipped = sum("said" not in row for row in rows)
    terminalreporter.write_line(f"{len(rows)} defects, {slipped} slipped through")
