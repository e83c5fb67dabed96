// rancang diff A B: what differs, record by record and field by field. Exit code 1 when something does.
#include <set>

#include "books/change_text.hpp"
#include "cli/plan_words.hpp"
#include "persist/json_text.hpp"

namespace rancang {
namespace {

// One object for each record, its written fields in it.
void append_json(CliContext& context, ChangeWords const& words, std::vector<FieldChange> const& changes) {
  static constexpr std::string_view names[] = {"created", "deleted", "restored", "changed"};
  std::string& out = context.world.out;
  out += '[';
  Node const* last = nullptr;
  for (FieldChange const& change : changes) {
    Node const& node = change.node();
    if (&node != last) {
      out += std::string(last ? "]}," : "") + "\n{\"type\":\"" + std::string(node.info().name) + "\",\"id\":\"" + ulid_text(node.id) + "\",\"what\":\"" +
             std::string(names[static_cast<std::size_t>(change.kind)]) + "\",\"fields\":[";
    } else if (out.back() == '}') {
      out += ',';
    }
    last = &node;
    if (change.field < 0) continue;
    FieldInfo const& field = node.info().fields[static_cast<std::size_t>(change.field)];
    out += "{\"field\":\"" + std::string(field.key) + "\",\"from\":";
    json::append_string(out, value_words(context, words.from, field, change.before->get(static_cast<std::size_t>(change.field))));
    out += ",\"to\":";
    json::append_string(out, value_words(context, words.to, field, change.after->get(static_cast<std::size_t>(change.field))));
    out += '}';
  }
  out += last ? "]}]\n" : "]\n";
}

}  // namespace

ExitCode diff_command(CliContext& context) {
  auto const a = context.read_plan_file(context.arguments.files[0]);
  auto const b = a ? context.read_plan_file(context.arguments.files[1]) : std::nullopt;
  if (!b) return ExitCode::findings;
  ValueStyle const style = value_style(context.strings, context.numbers(), MoneyUnit::rupiah);
  ChangeWords const words{a->document, b->document, context.strings, style};
  auto const changes = changes_between(a->document, b->document);
  if (context.json()) {
    append_json(context, words, changes);
  } else {
    std::set<Ulid> records;
    for (FieldChange const& change : changes) {
      context.world.out += change_sentence(words, change) + "\n";
      records.insert(change.node().id);
    }
    context.world.out += context.strings.cli_diff_count(std::to_string(records.size())) + "\n";
  }
  return changes.empty() ? ExitCode::fine : ExitCode::findings;
}

}  // namespace rancang
