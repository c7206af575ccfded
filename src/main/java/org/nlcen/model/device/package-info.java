/** The choice between GPU and CPU, made before the engine's machine code is loaded, since a failed loading cannot be tried again. */
package org.nlcen.model.device;
