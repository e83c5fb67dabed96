// rancang merge PLAN FILE…: every file's changes into the plan. Exit code 1 when something is left to be decided or a file was refused.
#include <algorithm>
#include <array>

#include "books/change_text.hpp"
#include "cli/plan_words.hpp"
#include "model/merge_report.hpp"
#include "persist/json_text.hpp"
#include "persist/unknown_merge.hpp"

namespace rancang {
namespace {
constexpr std::array<std::string_view, merge_verdict_count> verdict_names{"fresh", "changed", "conflict", "deleted", "revived", "proposal", "unseen"};

struct Merging {
  CliContext& context;
  Document document;
  std::string json, lines;
  bool undecided = false;
  std::size_t merged = 0;  // files that went in; one that only proposes and was not accepted did not

  void file(std::string const& path) {
    auto const plan = context.read_source(path);
    if (plan && plan->document.plan_id == document.plan_id) return take(path, *plan);
    if (plan) context.turn_down("cli.merge_other_plan", context.strings.cli_merge_other_plan(path));
    undecided = true;
    begin_json(path);
    json += ",\"refused\":{\"id\":";
    json::append_string(json, context.refusal.id);
    json += ",\"text\":";
    json::append_string(json, context.refusal.args[0]);
    json += "}}";
  }

  void take(std::string const& path, ReadPlan const& plan) {
    MergeReport report = merge_documents(document, plan.document, plan.has_causality && !plan.edited_by_hand, unknown_merge());
    ReplicaId const proposer = make_replica(context.world.random());
    if (context.arguments.has("--accept")) {
      for (auto& record : report.records) record.take = true;
      if (!report.proven) label(report, proposer, path);
    }
    tell(path, report);
    bool const news = std::any_of(report.records.begin(), report.records.end(), [](RecordMerge const& record) { return record.take; });
    if (report.proven || news || report.records.empty()) ++merged;
    // Stamps alone are nothing to decide.
    for (auto const& record : report.records) undecided = undecided || (!record.take && record.verdict != MergeVerdict::unseen);
    ChangeSet const changes = merge_changes(report, proposer);
    document = merged_document(document, report, changes);
  }
  // Values that a file only proposes are written by a replica that bears the file's name.
  static void label(MergeReport& report, ReplicaId proposer, std::string const& path) {
    auto replicas = *report.replicas;
    replicas[proposer] = {path.substr(path.rfind('/') + 1), {}};
    report.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::move(replicas));
  }

  void begin_json(std::string const& path) {
    json += json.empty() ? "\n{\"file\":" : ",\n{\"file\":";
    json::append_string(json, path);
  }
  void tell(std::string const& path, MergeReport const& report) {
    auto const number = [&](MergeVerdict verdict) { return std::to_string(report.count(verdict)); };
    lines += path + ": " +
             context.strings.cli_merge_counts(number(MergeVerdict::fresh), number(MergeVerdict::changed), number(MergeVerdict::conflict), number(MergeVerdict::deleted),
                                              number(MergeVerdict::revived), number(MergeVerdict::proposal), std::to_string(report.outside), std::to_string(report.identical)) +
             "\n";
    begin_json(path);
    json += std::string(",\"proven\":") + (report.proven ? "true" : "false") + ",\"identical\":" + std::to_string(report.identical) + ",\"outside\":" + std::to_string(report.outside);
    for (std::size_t i = 0; i < merge_verdict_count; ++i) json += ",\"" + std::string(verdict_names[i]) + "\":" + std::to_string(report.counts[i]);
    json += ",\"records\":[";
    bool first = true;
    for (auto const& record : report.records) {
      if (record.verdict == MergeVerdict::unseen) continue;
      tell_record(record, std::exchange(first, false));
      tell_lines(report, record);
    }
    tell_left_out(report);
  }
  // What nobody can be asked about is at least named.
  void tell_left_out(MergeReport const& report) {
    json += "],\"left_out\":[";
    for (std::size_t i = 0; i < report.left_out.size(); ++i) {
      if (i > 0) json += ',';
      json::append_string(json, report.left_out[i]);
      lines += "  " + context.strings.cli_merge_left_out(report.left_out[i]) + "\n";
      undecided = true;
    }
    json += "]}";
  }
  void tell_record(RecordMerge const& record, bool first) {
    RecordInfo const& info = record.merged->info();
    json += std::string(first ? "" : ",") + "\n{\"type\":\"" + std::string(info.name) + "\",\"id\":\"" + ulid_text(record.id) + "\",\"verdict\":\"" +
            std::string(verdict_names[static_cast<std::size_t>(record.verdict)]) + "\",\"outside\":" + (record.outside ? "true" : "false") + ",\"taken\":" + (record.take ? "true" : "false");
    for (auto const& [name, fields] : {std::pair("fields", &record.fields), std::pair("conflicts", &record.conflicts)}) {
      json += std::string(",\"") + name + "\":[";
      for (std::size_t i = 0; i < fields->size(); ++i) json += (i == 0 ? "\"" : ",\"") + std::string(info.fields[(*fields)[i]].key) + "\"";
      json += ']';
    }
    json += '}';
  }
  // Only what somebody has to look at.
  void tell_lines(MergeReport const& report, RecordMerge const& record) {
    std::string const what = record_in_words(context.strings, document, *record.merged);
    if (record.outside) lines += "  " + context.strings.cli_merge_outside(what) + "\n";
    if (record.verdict == MergeVerdict::revived) lines += "  " + context.strings.cli_merge_revived(what) + "\n";
    if (record.verdict == MergeVerdict::proposal && record.deletes) lines += "  " + context.strings.cli_merge_deletion(what) + "\n";
    Document labels;
    labels.replicas = report.replicas;
    for (std::uint8_t field : record.verdict == MergeVerdict::conflict || record.verdict == MergeVerdict::proposal ? record.conflicts : std::vector<std::uint8_t>()) {
      FieldInfo const& about = record.merged->info().fields[field];
      lines += "  " + what + ", " + std::string(field_label(context.strings, record.merged->info(), about)) + ":";
      if (!report.proven && record.ours) lines += " " + value_words(context, document, about, record.ours->get(field)) + " \xE2\x86\x92";
      for (auto const& one : different_values(*record.merged, field)) {
        lines += " " + value_words(context, document, about, report.proven ? one.value : record.theirs->get(field));
        if (!report.proven) break;
        lines += " (" + writer_name(context.strings, labels, one.dot.replica) + ")";
      }
      lines += "\n";
    }
  }
};
}  // namespace

ExitCode merge_command(CliContext& context) {
  auto const& files = context.arguments.files;
  std::string const form = context.arguments.get("--report");
  if (!form.empty() && form != "json") return context.usage(context.strings.cli_bad_value("--report", form));
  auto plan = context.read_own_plan(files[0]);
  if (!plan) return ExitCode::findings;
  Merging merging{context, std::move(plan->document), {}, {}, false, 0};
  for (std::size_t i = 1; i < files.size(); ++i) merging.file(files[i]);
  std::size_t const conflicts = open_conflicts(merging.document).size();
  std::string const told = form == "json" ? "{\"files\":[" + merging.json + "],\"conflicts\":" + std::to_string(conflicts) + ",\"undecided\":" + (merging.undecided ? "true" : "false") + "}\n"
                                          : merging.lines + context.strings.cli_merge_open(std::to_string(conflicts)) + "\n";
  // The report takes the standard output when the plan goes to a file.
  (context.arguments.has("--output") ? context.world.out : context.world.err) += told;
  // The plan may be written over itself: where nothing came in, it stays as it is.
  if (merging.merged == 0) return context.refuse(context.strings.cli_merge_nothing());
  plan->envelope.saved_at = context.world.now;
  ExitCode const written = context.write(write_plan(merging.document, plan->envelope));
  return conflicts > 0 || merging.undecided ? ExitCode::findings : written;
}

}  // namespace rancang
