// The texts of programs that carry them. The page and the tests of its screens have their own answer (help_texts.hpp).
#include <string>

#include "text/embedded_help.hpp"
#include "text/help_texts.hpp"

namespace rancang {

HelpTexts const* embedded_texts(Language language) {
  static HelpTexts const texts[] = {HelpTexts(std::string(embedded_help(Language::id))), HelpTexts(std::string(embedded_help(Language::en)))};
  return &texts[static_cast<int>(language)];
}

}  // namespace rancang
