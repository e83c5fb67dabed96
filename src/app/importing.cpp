#include "app/importing.hpp"

#include <algorithm>

namespace rancang {

void Importing::add(std::vector<OpenedFile> files, ReplicaId reader) {
  for (auto& file : files) {
    IncomingFile incoming;
    incoming.shown.file = std::move(file.name);
    ReadLimits limits;
    limits.reader = reader;
    incoming.reader = std::make_unique<PlanReader>(std::move(file.bytes), limits);
    files_.push_back(std::move(incoming));
  }
}

bool Importing::run(std::size_t budget) {
  for (auto& file : files_) {
    if (!file.reader) continue;
    PlanReader::Step const step = file.reader->run(budget);
    file.shown.progress = static_cast<int>(file.reader->progress() * 100);
    if (step == PlanReader::Step::done) file.plan = file.reader->take();
    if (step == PlanReader::Step::failed) {
      file.shown.verdict = ImportVerdict::refused;
      file.shown.refusal = file.reader->error().id;  // turned into a sentence by the app, which has the catalogue
      file.shown.remarks = file.reader->error().args;
      file.asked = true;
    }
    if (step != PlanReader::Step::more) file.reader.reset();
    return reading();
  }
  return false;
}

bool Importing::reading() const {
  return std::any_of(files_.begin(), files_.end(), [](IncomingFile const& file) { return file.reader != nullptr; });
}
bool Importing::waiting() const {
  return std::any_of(files_.begin(), files_.end(), [](IncomingFile const& file) { return !file.asked; });
}

std::vector<ImportItem> Importing::shown() const {
  std::vector<ImportItem> out;
  for (auto const& file : files_) out.push_back(file.shown);
  return out;
}

void count_differences(Document const& here, Document const& incoming, ImportItem& item) {
  item.created = item.changed = item.deleted = 0;
  for (std::size_t type = 0; type < record_type_count; ++type) {
    incoming.tables[type].for_each_stored([&](NodePtr const& node) {
      NodePtr const* const mine = here.tables[type].find(node->id);
      bool const was = mine && (*mine)->is_alive(), is = node->is_alive();
      if (!was && is) ++item.created;
      else if (was && !is) ++item.deleted;
      else if (was && is && !same_data(**mine, *node)) ++item.changed;
    });
  }
}

Document updated_with(Document const& here, Document const& incoming) {
  Document out = here;
  for (std::size_t type = 0; type < record_type_count; ++type) {
    auto nodes = out.tables[type].stored();
    auto const theirs = incoming.tables[type].stored();
    nodes.insert(nodes.end(), theirs.begin(), theirs.end());  // the last of equal ids wins
    out.tables[type].assign(std::move(nodes));
  }
  return out;
}

}  // namespace rancang
