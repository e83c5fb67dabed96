// rancang diff A B: what differs, record by record and field by field. Exit code 1 when something does.
#include "cli/plan_words.hpp"
#include "model/change_set.hpp"
#include "persist/json_text.hpp"

namespace rancang {
namespace {
enum class Kind : std::uint8_t { created, deleted, restored, changed };

struct Comparing {
  CliContext& context;
  Document const &a, &b;
  std::size_t count = 0;

  void record(RecordChange const& change) {
    bool const was = change.before && change.before->is_alive(), is = change.after && change.after->is_alive();
    if (!was && !is) return;
    Kind const kind = was && is ? Kind::changed : was ? Kind::deleted : change.before ? Kind::restored : Kind::created;
    auto const fields = kind == Kind::changed ? changed_fields(*change.before, *change.after) : std::vector<std::uint8_t>();
    if (kind == Kind::changed && fields.empty()) return;
    context.json() ? json_record(change, kind, fields) : line(change, kind, fields);
    ++count;
  }

  void line(RecordChange const& change, Kind kind, std::vector<std::uint8_t> const& fields) {
    std::string& out = context.world.out;
    std::string const what = kind == Kind::deleted ? record_words(context, a, *change.before) : record_words(context, b, *change.after);
    if (kind == Kind::created) out += context.strings.cli_diff_created(what) + "\n";
    if (kind == Kind::deleted) out += context.strings.cli_diff_deleted(what) + "\n";
    if (kind == Kind::restored) out += context.strings.cli_diff_restored(what) + "\n";
    for (std::uint8_t field : fields) {
      FieldInfo const& about = change.after->info().fields[field];
      out += what + ", " + field_words(context, change.after->info(), about) + ": " + value_words(context, a, about, change.before->get(field)) + " \xE2\x86\x92 " +
             value_words(context, b, about, change.after->get(field)) + "\n";
    }
  }
  void json_record(RecordChange const& change, Kind kind, std::vector<std::uint8_t> const& fields) {
    static constexpr std::string_view names[] = {"created", "deleted", "restored", "changed"};
    std::string& out = context.world.out;
    RecordInfo const& info = record_info(change.type());
    out += std::string(count == 0 ? "" : ",") + "\n{\"type\":\"" + std::string(info.name) + "\",\"id\":\"" + ulid_text(change.id()) + "\",\"what\":\"" + std::string(names[static_cast<std::size_t>(kind)]) +
           "\",\"fields\":[";
    for (std::size_t i = 0; i < fields.size(); ++i) {
      FieldInfo const& about = info.fields[fields[i]];
      out += std::string(i == 0 ? "" : ",") + "{\"field\":\"" + std::string(about.key) + "\",\"from\":";
      json::append_string(out, value_words(context, a, about, change.before->get(fields[i])));
      out += ",\"to\":";
      json::append_string(out, value_words(context, b, about, change.after->get(fields[i])));
      out += '}';
    }
    out += "]}";
  }
};
}  // namespace

ExitCode diff_command(CliContext& context) {
  auto const a = context.read_plan_file(context.arguments.files[0]);
  auto const b = a ? context.read_plan_file(context.arguments.files[1]) : std::nullopt;
  if (!b) return ExitCode::findings;
  Comparing comparing{context, a->document, b->document, 0};
  if (context.json()) context.world.out += "[";
  for (auto const& change : diff(a->document, b->document).records) comparing.record(change);
  if (context.json()) context.world.out += "]\n";
  else context.world.out += context.strings.cli_diff_count(std::to_string(comparing.count)) + "\n";
  return comparing.count == 0 ? ExitCode::fine : ExitCode::findings;
}

}  // namespace rancang
