#include "books/change_text.hpp"

#include "base/utf8.hpp"
#include "model/reference_lookup.hpp"

namespace rancang {
namespace {

constexpr std::size_t long_text = 80;  // bytes; longer values are shown around what changed
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

std::string quoted(TextChange const& change, std::string_view text) {
  return (change.cut_front ? std::string(ellipsis) + " " : std::string()) + std::string(text) + (change.cut_back ? " " + std::string(ellipsis) : std::string());
}

std::string field_sentence(ChangeWords const& words, FieldChange const& change) {
  Strings const& s = words.strings;
  RecordInfo const& info = change.node().info();
  FieldInfo const& field = info.fields[static_cast<std::size_t>(change.field)];
  std::string old_text, new_text;
  append_value_text(old_text, words.from, field, change.before->data(), words.style);
  append_value_text(new_text, words.to, field, change.after->data(), words.style);
  std::string const label(field_label(s, info, field)), what = record_in_words(words, change);
  if (field.rules.role == Role::title && !old_text.empty() && !new_text.empty()) {
    std::string const before = text_beginning(std::move(old_text)), after = text_beginning(std::move(new_text));
    std::string_view const args[] = {record_label(s, info), before, after};
    return s.format("record.common.renamed", args);
  }
  return written_sentence(s, label, what, std::move(old_text), std::move(new_text));
}

}  // namespace

// Whole words only, so that no letter is cut in two.
std::string text_beginning(std::string text) {
  if (text.size() <= long_text) return text;
  std::size_t const space = text.rfind(' ', long_text);
  text.resize(space == std::string::npos ? utf8::cut(text, long_text / 4).size() : space);
  return text + " " + std::string(ellipsis);
}

std::string written_sentence(Strings const& s, std::string_view label, std::string_view what, std::string old_text, std::string new_text) {
  if (old_text.empty()) return s.change_filled(label, what, text_beginning(std::move(new_text)));
  if (new_text.empty()) return s.change_cleared(label, what);
  if (old_text.size() <= long_text && new_text.size() <= long_text) return s.change_written(label, what, old_text, new_text);
  TextChange const part = changed_words(old_text, new_text);
  return s.change_written(label, what, quoted(part, part.before), quoted(part, part.after));
}

std::string record_in_words(Strings const& strings, Document const& document, Node const& node) {
  std::string const title = record_title(document, node);
  return std::string(record_label(strings, node.info())) + " \xE2\x80\x9C" + (title.empty() ? std::string(strings.ui_untitled()) : title) + "\xE2\x80\x9D";
}
std::string record_in_words(ChangeWords const& words, FieldChange const& change) { return record_in_words(words.strings, change.after ? words.to : words.from, change.node()); }

std::string writer_name(Strings const& strings, Document const& document, ReplicaId by) {
  auto const found = document.replicas->find(by);
  return found != document.replicas->end() && !found->second.label.empty() ? found->second.label : strings.change_unnamed(replica_text(by));
}
std::string writer_name(ChangeWords const& words, ReplicaId by) {
  auto const known = words.to.replicas->find(by);
  bool const here = known != words.to.replicas->end() && !known->second.label.empty();
  Document const& told_by = here ? words.to : words.from;
  auto const info = told_by.replicas->find(by);
  bool const named = info != told_by.replicas->end() && !info->second.label.empty();
  if (!named && words.arrivals && words.arrivals->is_own(by)) return std::string(words.strings.change_here());
  return writer_name(words.strings, told_by, by);
}

std::string change_sentence(ChangeWords const& words, FieldChange const& change) {
  Strings const& s = words.strings;
  switch (change.kind) {
    case ChangeKind::created: return s.change_created(record_in_words(words, change));
    case ChangeKind::deleted: return change.after ? s.change_deleted(record_in_words(words, change)) : s.change_absent(record_in_words(words, change));
    case ChangeKind::restored: return s.change_restored(record_in_words(words, change));
    case ChangeKind::written: break;
  }
  return field_sentence(words, change);
}

}  // namespace rancang
