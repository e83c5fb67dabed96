// rancang validate FILE: reads a plan and tells every finding. Exit code 1 when the file is refused or something in it is wrong.
#include <array>

#include "books/change_text.hpp"
#include "cli/context.hpp"
#include "persist/json_text.hpp"
#include "rules/findings.hpp"

namespace rancang {
namespace {
constexpr std::array<std::string_view, severity_count> severity_names{"error", "warning", "info"};

std::string severity_text(CliContext const& context, Severity severity) {
  switch (severity) {
    case Severity::error: return std::string(context.strings.cli_severity_error());
    case Severity::warning: return std::string(context.strings.cli_severity_warning());
    default: return std::string(context.strings.cli_severity_info());
  }
}

struct Report {
  CliContext& context;
  ReadPlan const& plan;
  Findings findings;

  std::string sentence(Finding const& finding) const {
    auto const args = finding_args(plan.document, finding, context.numbers(), [&](std::string_view key) { return context.text_of(key); });
    std::vector<std::string_view> const views(args.begin(), args.end());
    return context.strings.format(finding_key(finding.rule), views);
  }

  std::string record(Finding const& finding) const {
    if (finding.type == RecordType::none) return {};
    Node const* const node = finding.record ? plan.document.find(finding.type, finding.record) : nullptr;
    return node ? record_in_words(context.strings, plan.document, *node) : std::string(record_label(context.strings, record_info(finding.type)));
  }

  void lines() const {
    std::string& out = context.world.out;
    for (auto const& remark : plan.remarks) out += context.sentence("remark.", remark) + "\n";
    findings.for_each(plan.document, [&](Finding const& finding) {
      out += severity_text(context, finding.severity) + "  " + std::string(rule_info(finding.rule).id) + "  " + record(finding) + ": " + sentence(finding) + "\n";
    });
    auto const& counts = findings.counts();
    out += context.strings.cli_counts(std::to_string(plan.document.record_count()), std::to_string(counts.of(Severity::error)), std::to_string(counts.of(Severity::warning)),
                                      std::to_string(counts.of(Severity::info))) +
           "\n";
  }

  void json_finding(std::string& out, Finding const& finding) const {
    out += "{\"rule\":";
    json::append_string(out, rule_info(finding.rule).id);
    out += ",\"severity\":\"" + std::string(severity_names[static_cast<std::size_t>(finding.severity)]) + '"';
    if (finding.type != RecordType::none) out += ",\"type\":\"" + std::string(record_info(finding.type).name) + '"';
    if (finding.record) out += ",\"record\":\"" + ulid_text(finding.record) + '"';
    if (finding.field >= 0) out += ",\"field\":\"" + std::string(record_info(finding.type).fields[static_cast<std::size_t>(finding.field)].key) + '"';
    if (finding.year != 0) out += ",\"year\":" + std::to_string(finding.year);
    out += ",\"text\":";
    json::append_string(out, sentence(finding));
    out += '}';
  }

  void json_text(std::string const& path, bool valid) const {
    std::string& out = context.world.out;
    out += "{\"file\":";
    json::append_string(out, path);
    out += valid ? ",\"valid\":true,\"records\":" : ",\"valid\":false,\"records\":";
    out += std::to_string(plan.document.record_count()) + ",\"counts\":{";
    for (std::size_t i = 0; i < severity_count; ++i)
      out += (i == 0 ? "\"" : ",\"") + std::string(severity_names[i]) + "\":" + std::to_string(findings.counts().by_severity[i]);
    out += "},\"muted\":" + std::to_string(findings.muted()) + ",\"remarks\":[";
    for (std::size_t i = 0; i < plan.remarks.size(); ++i) {
      out += i == 0 ? "\n{\"id\":" : ",\n{\"id\":";
      json::append_string(out, plan.remarks[i].id);
      out += ",\"text\":";
      json::append_string(out, context.sentence("remark.", plan.remarks[i]));
      out += '}';
    }
    out += "],\"findings\":[";
    bool first = true;
    findings.for_each(plan.document, [&](Finding const& finding) {
      out += first ? "\n" : ",\n";
      first = false;
      json_finding(out, finding);
    });
    out += "]}\n";
  }
};
}  // namespace

ExitCode validate_command(CliContext& context) {
  std::string const& path = context.arguments.files[0];
  auto const plan = context.read_plan_file(path);
  if (!plan) return ExitCode::findings;
  Report report{context, *plan, {}};
  report.findings.rebuild(plan->document);
  bool const valid = report.findings.counts().of(Severity::error) == 0;
  if (context.json()) report.json_text(path, valid);
  else report.lines();
  return valid ? ExitCode::fine : ExitCode::findings;
}

}  // namespace rancang
