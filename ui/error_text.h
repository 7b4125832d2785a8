#pragma once

#include "core/base/error.h"

#include <QString>

namespace rb::ui {

/// What to tell a user: the translated sentence for the kind of failure, then the detail that names
/// the thing.
QString errorText(const Error& error);

} // namespace rb::ui
