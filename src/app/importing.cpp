#include "app/importing.hpp"

#include <algorithm>

#include "base/hash.hpp"

namespace rancang {

void Importing::add(std::vector<OpenedFile> files, ReplicaId reader) {
  for (auto& file : files) {
    IncomingFile incoming;
    incoming.shown.file = std::move(file.name);
    ReadLimits limits;
    limits.reader = reader;
    incoming.digest = hash64(file.bytes);
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
      file.shown.refusal = file.reader->error();
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

int Importing::progress() const {
  if (!reading()) return -1;
  int sum = 0;
  for (auto const& file : files_) sum += file.reader ? file.shown.progress : 100;
  return sum / static_cast<int>(files_.size());
}

std::vector<ImportItem> Importing::shown() const {
  std::vector<ImportItem> out;
  for (auto const& file : files_) out.push_back(file.shown);
  return out;
}

}  // namespace rancang
